import type {
  BudgetFund,
  BudgetGroup,
  BudgetKind,
  BudgetRequestState,
  BudgetSource,
  PolicyInstrument,
} from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money given to a unit for a year by an instrument; taken back by a row against it. */
@Entity('budget')
export class BudgetEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('int') year!: number;
  @Column('text') fund!: BudgetFund;
  @Column('text') itemGroup!: BudgetGroup;
  @Column('text') source!: BudgetSource;
  @Column('text') kind!: BudgetKind;
  @Column('bigint') amount!: number;
  @Column('jsonb') instrument!: PolicyInstrument;
  @Column('uuid', { nullable: true }) requestId!: string | null;
  @Column('uuid', { nullable: true }) takesBackId!: string | null;
  @Column('text', { default: '' }) note!: string;
  @Column('text') by!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at?: Date;
}

/** What was spent on things that no run pays. */
@Entity('budget_spending')
export class BudgetSpendingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('int') year!: number;
  @Column('text') fund!: BudgetFund;
  @Column('text') itemGroup!: BudgetGroup;
  @Column('text') source!: BudgetSource;
  @Column('bigint') amount!: number;
  @Column('date') spentOn!: string;
  @Column('text') paper!: string;
  @Column('text', { default: '' }) note!: string;
  @Column('uuid', { nullable: true }) requestId!: string | null;
  @Column('uuid', { nullable: true }) takesBackId!: string | null;
  @Column('text') by!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at?: Date;
}

/** A unit asks for money of one fund for a year; its lines and steps lie in tables of their own. */
@Entity('budget_request')
export class BudgetRequestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('int') year!: number;
  @Column('text') fund!: BudgetFund;
  @Column('text') title!: string;
  @Column('text', { default: 'drafted' }) state!: BudgetRequestState;
  @Column('jsonb', { nullable: true }) decision!: {
    number: string;
    signedOn: string;
    signer: string;
  } | null;
  @Column('jsonb', { nullable: true }) instrument!: PolicyInstrument | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) recordedAt?: Date;
}
