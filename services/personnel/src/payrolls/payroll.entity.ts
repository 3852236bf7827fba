import type { PayrollFailure, PayrollState } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One run: the money of one month for the communes of one unit. */
@Entity('payroll')
export class PayrollEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('date') month!: string;
  @Column('uuid') unitId!: string;
  @Column('text', { default: 'draft' }) state!: PayrollState;
  @Column('int', { default: 0 }) people!: number;
  @Column('int', { default: 0 }) lines!: number;
  @Column('bigint', { default: 0 }) total!: number;
  @Column('bigint', { default: 0 }) adjustments!: number;
  @Column('boolean', { default: false }) illustrative!: boolean;
  @Column('timestamptz', { nullable: true }) calculatedAt!: Date | null;
  /** What its calculation could see; later changes are told from earlier ones by it. */
  @Column('text', { nullable: true }) snapshot?: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) recordedAt?: Date;
  @Column('jsonb', { nullable: true }) failure!: PayrollFailure | null;
}
