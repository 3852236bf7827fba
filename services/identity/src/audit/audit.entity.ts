import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact in the append-only log; `hash` covers all the rest and the hash before it. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('bigint') seq!: number;
  @Column('text') messageId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text', { nullable: true }) username!: string | null;
  @Column('text') event!: string;
  @Column('jsonb') payload!: unknown;
  @Column('text') traceId!: string;
  @Column('text') previousHash!: string;
  @Column('text') hash!: string;
}
