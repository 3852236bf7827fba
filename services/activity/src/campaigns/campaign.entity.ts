import type {
  Campaign,
  ScoreSubject,
  ScoreTemplateDocument,
  SourceCertainty,
} from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An emulation campaign of a province, or of all of the installation. */
@Entity('campaign')
export class CampaignEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') name!: string;
  @Column('date') fromOn!: string;
  @Column('date') toOn!: string;
  @Column('date') plannedOn!: string;
  @Column('text') citation!: string;
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') combination!: Campaign['combination'];
  @Column('date', { nullable: true }) launchBefore!: string | null;
  @Column('boolean') launchInclusive!: boolean;
}

/** A part of a campaign that is scored by itself. */
@Entity('campaign_round')
export class CampaignRoundEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') campaignId!: string;
  @Column('int') number!: number;
  @Column('text') name!: string;
  @Column('text') theme!: string;
  @Column('date') fromOn!: string;
  @Column('date') toOn!: string;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) ratifiedAt!: Date | null;
  @Column('int', { default: 0 }) revision!: number;
}

/** A version of how a kind of subject is scored. */
@Entity('score_template')
export class ScoreTemplateEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') campaignId!: string;
  @Column('text') subject!: ScoreSubject;
  @Column('int') version!: number;
  @Column('jsonb') document!: ScoreTemplateDocument;
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
}
