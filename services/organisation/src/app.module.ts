import { Module } from '@nestjs/common';
import { MapController } from './boundaries/map.controller.ts';
import { MapPrintService } from './boundaries/map-print.service.ts';
import { MapService } from './boundaries/map.service.ts';
import { ConsolidationController } from './consolidations/consolidation.controller.ts';
import { ConsolidationDecisionService } from './consolidations/consolidation-decision.service.ts';
import { ConsolidationService } from './consolidations/consolidation.service.ts';
import { CopyController } from './copies/copy.controller.ts';
import { CopyService } from './copies/copy.service.ts';
import { CoverageController } from './coverage/coverage.controller.ts';
import { CoverageTimeService } from './coverage/coverage-time.service.ts';
import { CoverageService } from './coverage/coverage.service.ts';
import { FileController } from './files/file.controller.ts';
import { FileService } from './files/file.service.ts';
import { UnclaimedFiles } from './files/unclaimed-files.ts';
import { CriteriaController } from './criteria/criteria.controller.ts';
import { CriteriaService } from './criteria/criteria.service.ts';
import { TemplateService } from './criteria/template.service.ts';
import { FeatureController } from './features/feature.controller.ts';
import { FeatureService } from './features/feature.service.ts';
import { EquipmentActService } from './equipment/equipment-act.service.ts';
import { EquipmentController } from './equipment/equipment.controller.ts';
import { EquipmentService } from './equipment/equipment.service.ts';
import { GapController } from './gaps/gap.controller.ts';
import { GapService } from './gaps/gap.service.ts';
import { importJobs } from './imports/import.module.ts';
import { InstallationController } from './installation/installation.controller.ts';
import { InstrumentController } from './instruments/instrument.controller.ts';
import { InstrumentService } from './instruments/instrument.service.ts';
import { DraftController } from './drafts/draft.controller.ts';
import { CeilingService } from './drafts/ceiling.service.ts';
import { DraftIssueService } from './drafts/draft-issue.service.ts';
import { DraftService } from './drafts/draft.service.ts';
import { ProposalController } from './proposals/proposal.controller.ts';
import { ProposalService } from './proposals/proposal.service.ts';
import { ComparisonService } from './quotas/comparison.service.ts';
import { InstrumentChangeService } from './instruments/instrument-change.service.ts';
import { InstrumentReachService } from './instruments/instrument-reach.service.ts';
import { InstrumentSubjectService } from './instruments/instrument-subject.service.ts';
import { ExplanationService } from './norms/explanation.service.ts';
import { NormController } from './norms/norm.controller.ts';
import { NormService } from './norms/norm.service.ts';
import { QuotaController } from './quotas/quota.controller.ts';
import { QuotaService } from './quotas/quota.service.ts';
import { RestatedQuotaService } from './quotas/restated-quota.service.ts';
import { ReorganisationController } from './reorganisations/reorganisation.controller.ts';
import { ReorganisationService } from './reorganisations/reorganisation.service.ts';
import { RestatementController } from './restatements/restatement.controller.ts';
import { RestatementService } from './restatements/restatement.service.ts';
import { TeamActController } from './teams/team-act.controller.ts';
import { TeamActService } from './teams/team-act.service.ts';
import { ServingController } from './servings/serving.controller.ts';
import { ServingService } from './servings/serving.service.ts';
import { SearchController } from './search/search.controller.ts';
import { SearchService } from './search/search.service.ts';
import { TeamController } from './teams/team.controller.ts';
import { TeamMergerService } from './teams/team-merger.service.ts';
import { TeamService } from './teams/team.service.ts';
import { TransitionController } from './transitions/transition.controller.ts';
import { TransitionService } from './transitions/transition.service.ts';
import { FigureService } from './units/figure.service.ts';
import { TagService } from './units/tag.service.ts';
import { VillageStandardController } from './units/village-standard.controller.ts';
import { VillageStandardService } from './units/village-standard.service.ts';
import { UnitFactController } from './units/unit-fact.controller.ts';
import { UnitController } from './units/unit.controller.ts';
import { UnitService } from './units/unit.service.ts';
import { WorkplaceActService } from './workplaces/workplace-act.service.ts';
import { WorkplaceController } from './workplaces/workplace.controller.ts';
import { WorkplaceService } from './workplaces/workplace.service.ts';
import { WorkByUnitService } from './worklist/work-by-unit.service.ts';
import { WorkController } from './worklist/work.controller.ts';
import { WorkService } from './worklist/work.service.ts';

@Module({
  imports: [importJobs],
  controllers: [
    ConsolidationController,
    CopyController,
    CoverageController,
    FileController,
    CriteriaController,
    FeatureController,
    EquipmentController,
    GapController,
    InstallationController,
    InstrumentController,
    MapController,
    DraftController,
    ProposalController,
    NormController,
    QuotaController,
    ReorganisationController,
    RestatementController,
    TeamActController,
    TeamController,
    TransitionController,
    UnitController,
    SearchController,
    ServingController,
    UnitFactController,
    VillageStandardController,
    WorkController,
    WorkplaceController,
  ],
  providers: [
    ConsolidationDecisionService,
    ConsolidationService,
    CopyService,
    CoverageService,
    CoverageTimeService,
    FileService,
    CriteriaService,
    TemplateService,
    FeatureService,
    GapService,
    FigureService,
    InstrumentChangeService,
    InstrumentReachService,
    InstrumentService,
    MapPrintService,
    InstrumentSubjectService,
    EquipmentActService,
    EquipmentService,
    MapService,
    CeilingService,
    ComparisonService,
    DraftIssueService,
    DraftService,
    ProposalService,
    ExplanationService,
    NormService,
    QuotaService,
    RestatedQuotaService,
    ReorganisationService,
    RestatementService,
    TeamActService,
    TeamMergerService,
    SearchService,
    ServingService,
    TagService,
    WorkByUnitService,
    WorkService,
    TeamService,
    UnclaimedFiles,
    TransitionService,
    VillageStandardService,
    UnitService,
    WorkplaceActService,
    WorkplaceService,
  ],
})
export class AppModule {}
