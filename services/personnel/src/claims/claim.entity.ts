import type { Claim, ClaimExclusion, ClaimKind, ClaimPaper } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody came to harm on duty and asks for what the law grants. */
@Entity('claim')
export class ClaimEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') communeId!: string;
  @Column('text') kind!: ClaimKind;
  @Column('timestamptz') happenedAt!: Date;
  @Column('uuid', { nullable: true }) shiftId!: string | null;
  @Column('uuid', { nullable: true }) orderId!: string | null;
  @Column('text', { array: true }) exclusions!: ClaimExclusion[];
  @Column('text', { array: true }) papers!: ClaimPaper[];
  @Column('text') channel!: Claim['channel'];
  @Column('date') receivedOn!: string;
  @Column('date', { nullable: true }) completedOn?: string | null;
  @Column('date', { nullable: true }) appraisedOn?: string | null;
  @Column('text', { default: '' }) report?: string;
  @Column('text', { nullable: true }) appraiser?: string | null;
  @Column('text', { nullable: true }) outcome?: 'granted' | 'refused' | null;
  @Column('date', { nullable: true }) decidedOn?: string | null;
  @Column('uuid', { nullable: true }) decisionId?: string | null;
  /** In đồng. */
  @Column('bigint', { nullable: true }) amount?: number | null;
  @Column('text', { default: '' }) reasons?: string;
  /** In đồng. */
  @Column('bigint', { nullable: true }) treatmentCost?: number | null;
  @Column('int', { nullable: true }) treatmentDays?: number | null;
  @Column('int', { nullable: true }) lostPercent?: number | null;
  @Column('text', { default: '' }) beneficiary?: string;
}
