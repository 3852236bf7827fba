import type { Achievement, AwardAsked, AwardState, RevocationKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody did that is commended. */
@Entity('achievement')
export class AchievementEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: Achievement['kind'];
  @Column('text') subject!: Achievement['subject'];
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('text') summary!: string;
  @Column('date') fromOn!: string;
  @Column('date') toOn!: string;
  @Column('uuid', { nullable: true }) incidentId!: string | null;
}

/** An award as it was asked for and how far it has come. */
@Entity('award')
export class AwardEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') achievementId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('text', { nullable: true }) formCode!: string | null;
  @Column('text', { nullable: true }) titleCode!: string | null;
  @Column('text') authority!: AwardAsked['authority'];
  @Column('uuid', { nullable: true }) roundId!: string | null;
  @Column('int') year!: number;
  @Column('boolean') isUnexpected!: boolean;
  @Column('date') proposedOn!: string;
  @Column('text') number!: string;
  @Column('text') note!: string;
  @Column('text', { default: 'proposed' }) state!: AwardState;
  @Column('int', { default: 1 }) sending!: number;
  @Column('int', { default: 1 }) version!: number;
  @Column('text', { nullable: true }) decisionNumber!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('text', { nullable: true }) revocation!: RevocationKind | null;
  @Column('date', { nullable: true }) revokedOn!: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text') proposedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) proposedAt!: Date;
}
