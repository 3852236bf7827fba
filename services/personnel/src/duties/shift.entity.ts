import type { DutyKind, ShiftState } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody on duty from when to when. */
@Entity('shift')
export class ShiftEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') teamId!: string;
  @Column('text', { default: 'watch' }) kind?: DutyKind;
  @Column('boolean', { default: false }) withPolice?: boolean;
  @Column('uuid', { nullable: true }) orderId!: string | null;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('boolean') restDay!: boolean;
  @Column('boolean') heavy!: boolean;
  @Column('text') note!: string;
  @Column('text', { default: 'recorded' }) state?: ShiftState;
  @Column('uuid', { nullable: true }) correctsId!: string | null;
  @Column('text', { default: '' }) reason?: string;
  @Column('text') recordedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt?: Date;
  @Column('text', { nullable: true }) judgedBy?: string | null;
  @Column('timestamptz', { nullable: true }) judgedAt?: Date | null;
  /** Counted by the database, for copies. */
  @Column('bigint', { default: () => `nextval('shift_version')` }) version?: number;
}
