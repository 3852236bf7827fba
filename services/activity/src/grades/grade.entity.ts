import type {
  GradeRow,
  GradeSchemeDocument,
  GradeSubject,
  SourceCertainty,
  YearlyGrade,
} from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How years are graded, for days, as shipped or as a province laid it down. */
@Entity('grade_scheme')
export class GradeSchemeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') name!: string;
  @Column('jsonb') document!: GradeSchemeDocument;
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

/** A year that a commune grades. */
@Entity('grade_year')
export class GradeYearEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') communeId!: string;
  @Column('int') year!: number;
  @Column('uuid') schemeId!: string;
  @Column('date') fromOn!: string;
  @Column('date') toOn!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) openedAt!: Date;
  @Column('text') openedByName!: string;
  @Column('int', { default: 0 }) revision!: number;
}

/** What somebody said of a team or member for a year. */
@Entity('grade_fact')
export class GradeFactEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') yearId!: string;
  @Column('uuid') subjectId!: string;
  @Column('int', { nullable: true }) tasksAssigned!: number | null;
  @Column('int', { nullable: true }) tasksDone!: number | null;
  @Column('int', { nullable: true }) meetings!: number | null;
  @Column('int', { nullable: true }) absencesExcused!: number | null;
  @Column('int', { nullable: true }) absencesUnexcused!: number | null;
  @Column('int', { nullable: true }) breaches!: number | null;
  @Column('boolean') underProceedings!: boolean;
  @Column('jsonb') confirmed!: Record<string, boolean>;
  @Column('text') note!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) enteredAt!: Date;
  @Column('text') enteredByName!: string;
}

/** A grade as the commune police proposed it. */
@Entity('grade_proposal')
export class GradeProposalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') yearId!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') grade!: YearlyGrade;
  @Column('text') note!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) proposedAt!: Date;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
}

/** A decision of the commune's chair: the first of a year, or a correction. */
@Entity('grade_decision')
export class GradeDecisionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') yearId!: string;
  @Column('int') revision!: number;
  @Column('text') number!: string;
  @Column('date') signedOn!: string;
  @Column('text') reason!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) decidedAt!: Date;
  @Column('text') decidedByName!: string;
}

/** A grade as it was decided, with what it was judged by. */
@Entity('grade_result')
export class GradeResultEntity {
  @PrimaryColumn('uuid') yearId!: string;
  @PrimaryColumn('int') revision!: number;
  @PrimaryColumn('uuid') subjectId!: string;
  @Column('text') subject!: GradeSubject;
  @Column('uuid') teamId!: string;
  @Column('text', { nullable: true }) grade!: YearlyGrade | null;
  @Column('text') reason!: string;
  /** The row as it stood, without a name: people are personnel's. */
  @Column('jsonb') judged!: GradeRow;
}
