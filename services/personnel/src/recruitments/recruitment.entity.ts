import type {
  Application,
  DossierPart,
  Position,
  RecruitmentAct,
  RecruitmentPlan,
  RecruitmentStep,
} from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A selection plan of a commune. */
@Entity('recruitment')
export class RecruitmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') communeId!: string;
  @Column('text') purpose!: string;
  @Column('text') requirements!: string;
  @Column('int') places!: number;
  @Column('date') receiveFrom!: string;
  @Column('date') receiveTo!: string;
  @Column('text') receivePlace!: string;
  @Column('text') receivingBody!: RecruitmentPlan['receivingBody'];
  @Column('date') meetingOn!: string;
  @Column('date') draftedOn!: string;
}

/** An act that was done, on which day, and who recorded it. */
@Entity('recruitment_step')
export class RecruitmentStepEntity {
  @PrimaryColumn('uuid') recruitmentId!: string;
  @PrimaryColumn('text') step!: RecruitmentStep;
  @Column('date') doneOn!: string;
  @Column('jsonb') act!: RecruitmentAct;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt?: Date;
  @Column('text') recordedBy!: string;
}

/** An act that was recorded by mistake: what it said, and who took it back. */
@Entity('recruitment_taking_back')
export class TakingBackEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') recruitmentId!: string;
  @Column('text') step!: RecruitmentStep;
  @Column('date') doneOn!: string;
  @Column('jsonb') act!: RecruitmentAct;
  @Column('timestamptz') recordedAt!: Date;
  @Column('text') recordedBy!: string;
  @Column('uuid', { array: true }) listed!: string[];
  @Column('text') reason!: string;
  @Column('text') takenBackBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) takenBackAt?: Date;
}

/** A person's file in a recruitment. */
@Entity('application')
export class ApplicationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') recruitmentId!: string;
  @Column('uuid') personId!: string;
  @Column('date') receivedOn!: string;
  @Column('text', { array: true }) dossier!: DossierPart[];
  @Column('date', { nullable: true }) residentSince!: string | null;
  @Column('bytea', { nullable: true }) background!: Buffer | null;
  @Column('bytea', { nullable: true }) health!: Buffer | null;
  @Column('boolean') listed!: boolean;
  @Column('int', { nullable: true }) votes!: number | null;
  @Column('text', { nullable: true }) outcome!: Application['outcome'];
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('text', { nullable: true }) position!: Position | null;
  @Column('uuid', { nullable: true }) postingId!: string | null;
}
