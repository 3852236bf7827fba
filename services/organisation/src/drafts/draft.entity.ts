import type { QuotaDraft, QuotaPart } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision on quotas while it is being prepared, and what it was issued as. */
@Entity('quota_draft')
export class QuotaDraftEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text') title!: string;
  @Column('text') issuer!: string;
  @Column('date') effectiveFrom!: string;
  @Column('text', { array: true }) basis!: string[];
  @Column('text') place!: string;
  @Column('text') signerTitle!: string;
  @Column('text') signerName!: string;
  @Column('text', { array: true }) recipients!: string[];
  @Column('text') status!: QuotaDraft['status'];
  @Column('int') version!: number;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date', { nullable: true }) signedOn!: string | null;
  @Column('uuid', { nullable: true }) instrumentId!: string | null;
  @Column('jsonb') start!: { from: string; draftId?: string; reorganisationId?: string };
  @Column('timestamptz') changedAt!: Date;
  @Column('text') changedBy!: string;
}

/** What a draft gives a commune; counts that nobody has entered are null. */
@Entity('quota_draft_line')
export class QuotaDraftLineEntity {
  @PrimaryColumn('uuid') draftId!: string;
  @PrimaryColumn('uuid') unitId!: string;
  @Column('int', { nullable: true }) villages!: number | null;
  @Column('int', { nullable: true }) teams!: number | null;
  @Column('int', { nullable: true }) members!: number | null;
  @Column('int', { nullable: true }) leaders!: number | null;
  @Column('int', { nullable: true }) deputies!: number | null;
  @Column('int', { nullable: true }) ordinary!: number | null;
  @Column('text') note!: string;
  @Column('jsonb') parts!: QuotaPart[];
  @Column('int') version!: number;
  @Column('text') changedBy!: string;
  @Column('timestamptz') changedAt!: Date;
}
