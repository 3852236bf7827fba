import { CopyModule } from '@antt/service-kit';
import { Module } from '@nestjs/common';
import { AwardFormController } from './award-forms/award-form.controller.ts';
import { AwardFormService } from './award-forms/award-form.service.ts';
import { AwardController } from './awards/award.controller.ts';
import { AwardProposalService } from './awards/award-proposal.service.ts';
import { AwardService } from './awards/award.service.ts';
import { CreditService } from './awards/credit.service.ts';
import { CriticismService } from './awards/criticism.service.ts';
import { JudgementService } from './awards/judgement.service.ts';
import { RevocationService } from './awards/revocation.service.ts';
import { UnitStandingService } from './awards/unit-standing.service.ts';
import { Calendars } from './calendars.ts';
import { ActivityCopies } from './copies/activity-copies.ts';
import { CampaignController } from './campaigns/campaign.controller.ts';
import { CampaignService } from './campaigns/campaign.service.ts';
import { LaunchService } from './campaigns/launch.service.ts';
import { TemplateService } from './campaigns/template.service.ts';
import { CompiledReportController } from './compiled/compiled-report.controller.ts';
import { CompiledReportService } from './compiled/compiled-report.service.ts';
import { CopyController } from './copies/copy.controller.ts';
import { PersonnelCopies } from './copies/personnel-copies.ts';
import { FormController } from './forms/form.controller.ts';
import { FormService } from './forms/form.service.ts';
import { DecisionService } from './grades/decision.service.ts';
import { GradeController } from './grades/grade.controller.ts';
import { GradeService } from './grades/grade.service.ts';
import { GradeSchemeService } from './grades/grade-scheme.service.ts';
import { GradeYearService } from './grades/grade-year.service.ts';
import { ProposalService } from './grades/proposal.service.ts';
import { IncidentKindService } from './incident-kinds/incident-kind.service.ts';
import { IncidentActService } from './incidents/incident-act.service.ts';
import { IncidentFileService } from './incidents/incident-file.service.ts';
import { IncidentController } from './incidents/incident.controller.ts';
import { IncidentService } from './incidents/incident.service.ts';
import { IndicatorController } from './indicators/indicator.controller.ts';
import { IndicatorService } from './indicators/indicator.service.ts';
import { ObstacleController } from './obstacles/obstacle.controller.ts';
import { ObstacleService } from './obstacles/obstacle.service.ts';
import { PublicationController } from './publications/publication.controller.ts';
import { PublicationService } from './publications/publication.service.ts';
import { QuotaService } from './publications/quota.service.ts';
import { ReportKindController } from './report-kinds/report-kind.controller.ts';
import { ReportKindService } from './report-kinds/report-kind.service.ts';
import { CompletenessService } from './reports/completeness.service.ts';
import { ReportController } from './reports/report.controller.ts';
import { ReportService } from './reports/report.service.ts';
import { ReviewService } from './reports/review.service.ts';
import { SendingService } from './reports/sending.service.ts';
import { Sheets } from './reports/sheets.ts';
import { WorkService } from './reports/work.service.ts';
import { SheetController } from './sheets/sheet.controller.ts';
import { SheetService } from './sheets/sheet.service.ts';
import { PeriodOpener } from './reporting-periods/period-opener.ts';
import { ReportingPeriodController } from './reporting-periods/reporting-period.controller.ts';
import { ReportingPeriodService } from './reporting-periods/reporting-period.service.ts';
import { CampaignScoreService } from './scoring/campaign-score.service.ts';
import { MarkService } from './scoring/mark.service.ts';
import { RatificationService } from './scoring/ratification.service.ts';
import { ScoreController } from './scoring/score.controller.ts';
import { ScoreService } from './scoring/score.service.ts';

@Module({
  imports: [CopyModule],
  controllers: [
    AwardController,
    AwardFormController,
    CampaignController,
    CompiledReportController,
    CopyController,
    FormController,
    GradeController,
    IncidentController,
    IndicatorController,
    ObstacleController,
    PublicationController,
    ReportController,
    ReportingPeriodController,
    ReportKindController,
    ScoreController,
    SheetController,
  ],
  providers: [
    ActivityCopies,
    AwardFormService,
    AwardProposalService,
    AwardService,
    CreditService,
    CriticismService,
    JudgementService,
    RevocationService,
    UnitStandingService,
    Calendars,
    CampaignScoreService,
    CampaignService,
    LaunchService,
    MarkService,
    RatificationService,
    ScoreService,
    TemplateService,
    CompiledReportService,
    CompletenessService,
    DecisionService,
    FormService,
    GradeSchemeService,
    GradeService,
    GradeYearService,
    IncidentActService,
    IncidentFileService,
    IncidentKindService,
    IncidentService,
    IndicatorService,
    ObstacleService,
    PeriodOpener,
    PersonnelCopies,
    ProposalService,
    PublicationService,
    QuotaService,
    ReportingPeriodService,
    ReportKindService,
    ReportService,
    ReviewService,
    SendingService,
    Sheets,
    SheetService,
    WorkService,
  ],
})
export class AppModule {}
