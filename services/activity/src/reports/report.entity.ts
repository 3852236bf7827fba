import type { ReportFinding, ReportValue, SenderKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The report of a sender for a period, and how far it has come; what it says stands in its versions. */
@Entity('report')
export class ReportEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') periodId!: string;
  @Column('text') sender!: SenderKind;
  @Column('uuid') senderId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') state!: 'draft' | 'submitted' | 'returned' | 'verified' | 'accepted';
  @Column('int') version!: number;
  @Column('uuid', { nullable: true }) versionId!: string | null;
  @Column('uuid', { nullable: true }) acceptedVersionId!: string | null;
  @Column('jsonb', { nullable: true }) draft!: ReportValue[] | null;
  @Column('timestamptz', { nullable: true }) firstSentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('boolean', { default: false }) lapsed!: boolean;
  @Column('timestamptz', { nullable: true }) resubmitBy!: Date | null;
  @Column('int', { default: 0 }) returns!: number;
  @Column('int', { default: 0 }) warnings!: number;
  @Column('timestamptz', { nullable: true }) recountedAt!: Date | null;
}

/** What was sent once. */
@Entity('report_version')
export class ReportVersionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') reportId!: string;
  @Column('int') number!: number;
  @Column('timestamptz') sentAt!: Date;
  @Column('uuid') sentBy!: string;
  @Column('text') sentByName!: string;
  @Column('text') reason!: string;
  @Column('boolean') late!: boolean;
  @Column('jsonb') warnings!: ReportFinding[];
  @Column('timestamptz', { nullable: true }) verifiedAt!: Date | null;
  @Column('text', { nullable: true }) verifiedByName!: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('text', { nullable: true }) acceptedByName!: string | null;
  @Column('timestamptz', { nullable: true }) returnedAt!: Date | null;
  @Column('text', { nullable: true }) returnedByName!: string | null;
  @Column('text', { nullable: true }) returnReason!: string | null;
}

/** A number of a version. */
@Entity('report_value')
export class ReportValueEntity {
  @PrimaryColumn('uuid') reportVersionId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('uuid') periodId!: string;
  @Column('numeric', { precision: 17, scale: 2, nullable: true }) numerator!: string | null;
  @Column('numeric', { precision: 17, scale: 2, nullable: true }) denominator!: string | null;
  @Column('boolean') noCase!: boolean;
}
