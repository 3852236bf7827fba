import type { MovementClass, SafetyResult } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was decided of a unit for a year, as somebody recorded it; the latest record holds. */
@Entity('unit_standing')
export class UnitStandingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('int') year!: number;
  @Column('text', { nullable: true }) movementClass!: MovementClass | null;
  @Column('text', { nullable: true }) classNumber!: string | null;
  @Column('date', { nullable: true }) classOn!: string | null;
  @Column('text', { nullable: true }) safety!: SafetyResult | null;
  @Column('text', { nullable: true }) safetyNumber!: string | null;
  @Column('date', { nullable: true }) safetyOn!: string | null;
  @Column('text') source!: string;
  @Column('text') recordedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) recordedAt!: Date;
}
