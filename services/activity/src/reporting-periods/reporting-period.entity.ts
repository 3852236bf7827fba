import type { SenderKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A window of a report kind in a province, with its terms. */
@Entity('reporting_period')
export class ReportingPeriodEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') provinceId!: string;
  @Column('text') kindCode!: string;
  @Column('uuid') kindId!: string;
  @Column('text') name!: string;
  @Column('date') fromOn!: string;
  @Column('date') toOn!: string;
  @Column('date') cutOffOn!: string;
  @Column('date') dueOn!: string;
  @Column('timestamptz') lateFrom!: Date;
  @Column('timestamptz') closesFrom!: Date;
  @Column('int') workingDays!: number;
  @Column('int') resubmissionDays!: number;
}

/** The form that a kind of sender reports by in a period, from its first report on. */
@Entity('period_form')
export class PeriodFormEntity {
  @PrimaryColumn('uuid') periodId!: string;
  @PrimaryColumn('text') sender!: SenderKind;
  @Column('uuid') formId!: string;
}
