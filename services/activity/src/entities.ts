import type { Service } from '@antt/service-kit';
import { AwardFormEntity, AwardRuleEntity } from './award-forms/award-form.entity.ts';
import { AchievementEntity, AwardEntity } from './awards/award.entity.ts';
import { UnitStandingEntity } from './awards/unit-standing.entity.ts';
import { DutyEntity } from './copies/duty.entity.ts';
import { PostingEntity } from './copies/posting.entity.ts';
import {
  CampaignEntity,
  CampaignRoundEntity,
  ScoreTemplateEntity,
} from './campaigns/campaign.entity.ts';
import { FormEntity } from './forms/form.entity.ts';
import {
  GradeDecisionEntity,
  GradeFactEntity,
  GradeProposalEntity,
  GradeResultEntity,
  GradeSchemeEntity,
  GradeYearEntity,
} from './grades/grade.entity.ts';
import { IncidentKindEntity } from './incident-kinds/incident-kind.entity.ts';
import {
  IncidentCorrectionEntity,
  IncidentEntity,
  IncidentFileEntity,
} from './incidents/incident.entity.ts';
import { IndicatorEntity } from './indicators/indicator.entity.ts';
import { ObstacleEntity } from './obstacles/obstacle.entity.ts';
import { PublicationEntity, PublicationQuotaEntity } from './publications/publication.entity.ts';
import { ReportEntity, ReportValueEntity, ReportVersionEntity } from './reports/report.entity.ts';
import { ReportKindEntity } from './report-kinds/report-kind.entity.ts';
import {
  PeriodFormEntity,
  ReportingPeriodEntity,
} from './reporting-periods/reporting-period.entity.ts';

export const entities: Service['entities'] = [
  AchievementEntity,
  AwardEntity,
  AwardFormEntity,
  AwardRuleEntity,
  UnitStandingEntity,
  CampaignEntity,
  CampaignRoundEntity,
  ScoreTemplateEntity,
  DutyEntity,
  FormEntity,
  GradeDecisionEntity,
  GradeFactEntity,
  GradeProposalEntity,
  GradeResultEntity,
  GradeSchemeEntity,
  GradeYearEntity,
  IncidentCorrectionEntity,
  IncidentEntity,
  IncidentFileEntity,
  IncidentKindEntity,
  IndicatorEntity,
  ObstacleEntity,
  PeriodFormEntity,
  PostingEntity,
  PublicationEntity,
  PublicationQuotaEntity,
  ReportEntity,
  ReportKindEntity,
  ReportValueEntity,
  ReportVersionEntity,
  ReportingPeriodEntity,
];
