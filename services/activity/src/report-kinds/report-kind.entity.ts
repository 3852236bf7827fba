import type { SourceCertainty, ReportKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who reports what to whom and when, for days, as shipped or as a province laid it down. */
@Entity('report_kind')
export class ReportKindEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('text') nature!: ReportKind['nature'];
  @Column('text', { array: true }) senders!: ReportKind['senders'];
  @Column('jsonb') route!: ReportKind['route'];
  @Column('text') cycle!: ReportKind['cycle'];
  @Column('jsonb', { nullable: true }) window!: ReportKind['window'];
  @Column('jsonb', { nullable: true }) cutOff!: ReportKind['cutOff'];
  @Column('jsonb', { nullable: true }) due!: ReportKind['due'];
  @Column('jsonb') dates!: ReportKind['dates'];
  @Column('boolean') strict!: boolean;
  @Column('boolean') rollOver!: boolean;
  @Column('int') graceDays!: number;
  @Column('int') resubmissionDays!: number;
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('boolean') inUse!: boolean;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}
