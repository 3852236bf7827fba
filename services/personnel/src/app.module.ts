import { AbsenceController } from './absences/absence.controller.ts';
import { AbsenceService } from './absences/absence.service.ts';
import { AgeReviewController } from './age-reviews/age-review.controller.ts';
import { AgeReviewService } from './age-reviews/age-review.service.ts';
import { BudgetComparisonService } from './budgets/budget-comparison.service.ts';
import { BudgetController } from './budgets/budget.controller.ts';
import { BudgetRequestService } from './budgets/budget-request.service.ts';
import { BudgetService } from './budgets/budget.service.ts';
import { BudgetSpendingService } from './budgets/budget-spending.service.ts';
import { BudgetStepService } from './budgets/budget-step.service.ts';
import { Forecast } from './budgets/forecast.ts';
import { HolidayController } from './calendar/holiday.controller.ts';
import { HolidayService } from './calendar/holiday.service.ts';
import { CertificateController } from './certificates/certificate.controller.ts';
import { CertificateService } from './certificates/certificate.service.ts';
import { BasisSeal } from './cessations/basis.ts';
import { CessationFacts } from './cessations/cessation-facts.ts';
import { CessationViewService } from './cessations/cessation-view.service.ts';
import { CessationController } from './cessations/cessation.controller.ts';
import { CessationService } from './cessations/cessation.service.ts';
import { ClaimController } from './claims/claim.controller.ts';
import { ClaimService } from './claims/claim.service.ts';
import { CopyController } from './copies/copy.controller.ts';
import { CourseController } from './courses/course.controller.ts';
import { CourseService } from './courses/course.service.ts';
import { DutyCopyService } from './duties/duty-copy.service.ts';
import { DutyOrderService } from './duties/duty-order.service.ts';
import { DutyController } from './duties/duty.controller.ts';
import { ShiftService } from './duties/shift.service.ts';
import { EditingController } from './editing/editing.controller.ts';
import { EditingService } from './editing/editing.service.ts';
import { PersonFileController } from './files/person-file.controller.ts';
import { PersonFileService } from './files/person-file.service.ts';
import { IssueFacts } from './issues/issue-facts.ts';
import { IssueNeedService } from './issues/issue-need.service.ts';
import { IssueController } from './issues/issue.controller.ts';
import { IssueService } from './issues/issue.service.ts';
import { ComparisonController } from './people/comparison.controller.ts';
import { ComparisonService } from './people/comparison.service.ts';
import { DetailController } from './people/detail.controller.ts';
import { AccountIndexer } from './people/account-indexer.ts';
import { DetailService } from './people/detail.service.ts';
import { PaperFactsService } from './papers/paper-facts.service.ts';
import { PaperService } from './papers/paper.service.ts';
import { PaperTemplateService } from './papers/paper-template.service.ts';
import { MemberCostController } from './member-costs/member-cost.controller.ts';
import { MemberCostService } from './member-costs/member-cost.service.ts';
import { PaperController } from './papers/paper.controller.ts';
import { PersonController } from './people/person.controller.ts';
import { PersonService } from './people/person.service.ts';
import { PostingController } from './postings/posting.controller.ts';
import { PostingService } from './postings/posting.service.ts';
import { RecognitionFacts } from './postings/recognition-facts.ts';
import { ApplicationService } from './recruitments/application.service.ts';
import { RecognitionOfSelected } from './recruitments/recognition-of-selected.ts';
import { RecruitmentActService } from './recruitments/recruitment-act.service.ts';
import { RecruitmentController } from './recruitments/recruitment.controller.ts';
import { RecruitmentService } from './recruitments/recruitment.service.ts';
import { TakingBackService } from './recruitments/taking-back.service.ts';
import { RefusalController } from './refusals/refusal.controller.ts';
import { RefusalService } from './refusals/refusal.service.ts';
import { ReminderController } from './reminders/reminder.controller.ts';
import { ReminderService } from './reminders/reminder.service.ts';
import { RemovalController } from './removals/removal.controller.ts';
import { RemovalService } from './removals/removal.service.ts';
import { importJobs } from './rosters/import.module.ts';
import { SealingModule } from './sealing/sealing.module.ts';
import { SettingController } from './settings/setting.controller.ts';
import { SettingService } from './settings/setting.service.ts';
import { MobilisationBillController } from './mobilisation-bills/mobilisation-bill.controller.ts';
import { MobilisationBillService } from './mobilisation-bills/mobilisation-bill.service.ts';
import { CasePriceService } from './cases/case-price.service.ts';
import { SeveranceController } from './severances/severance.controller.ts';
import { SeveranceService } from './severances/severance.service.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { StatisticsService } from './statistics/statistics.service.ts';
import { SupervisionController } from './supervisions/supervision.controller.ts';
import { SupervisionService } from './supervisions/supervision.service.ts';
import { TeamMoveController } from './team-moves/team-move.controller.ts';
import { TeamMoveService } from './team-moves/team-move.service.ts';
import { TermService } from './worklist/term.service.ts';
import { WorkByUnitService } from './worklist/work-by-unit.service.ts';
import { WorkController } from './worklist/work.controller.ts';
import { WorkService } from './worklist/work.service.ts';
import { PayrollCheckService } from './payrolls/payroll-check.service.ts';
import { PayrollController } from './payrolls/payroll.controller.ts';
import { PayrollLineService } from './payrolls/payroll-line.service.ts';
import { PayrollRunner } from './payrolls/payroll-runner.ts';
import { PayrollService } from './payrolls/payroll.service.ts';
import { PayrollStepService } from './payrolls/payroll-step.service.ts';
import { PayPaperService } from './payments/pay-paper.service.ts';
import { PaymentBatchService } from './payments/payment-batch.service.ts';
import { PaymentController } from './payments/payment.controller.ts';
import { PaymentService } from './payments/payment.service.ts';
import { PolicyController } from './policies/policy.controller.ts';
import { PolicyService } from './policies/policy.service.ts';
import { SimulationService } from './policies/simulation.service.ts';
import { PolicyTemplateService } from './policies/template.service.ts';
import { RateTableController } from './rate-tables/rate-table.controller.ts';
import { RateTableService } from './rate-tables/rate-table.service.ts';
import { AllowanceTotalController } from './totals/allowance-total.controller.ts';
import { AllowanceTotalService } from './totals/allowance-total.service.ts';
import { CopyModule } from '@antt/service-kit';
import { Module } from '@nestjs/common';

@Module({
  imports: [CopyModule, SealingModule, importJobs],
  controllers: [
    AbsenceController,
    AllowanceTotalController,
    MemberCostController,
    AgeReviewController,
    BudgetController,
    CertificateController,
    CessationController,
    ClaimController,
    ComparisonController,
    CopyController,
    CourseController,
    DetailController,
    DutyController,
    EditingController,
    HolidayController,
    IssueController,
    MobilisationBillController,
    PaperController,
    PaymentController,
    PayrollController,
    PersonController,
    PersonFileController,
    PolicyController,
    PostingController,
    RateTableController,
    RecruitmentController,
    RefusalController,
    ReminderController,
    RemovalController,
    SettingController,
    SeveranceController,
    StatisticsController,
    SupervisionController,
    TeamMoveController,
    WorkController,
  ],
  providers: [
    AllowanceTotalService,
    MemberCostService,
    BudgetComparisonService,
    BudgetRequestService,
    BudgetService,
    BudgetSpendingService,
    BudgetStepService,
    Forecast,
    PayPaperService,
    PaymentBatchService,
    PaymentService,
    PayrollCheckService,
    PayrollLineService,
    PayrollRunner,
    PayrollService,
    PayrollStepService,
    PolicyService,
    PolicyTemplateService,
    RateTableService,
    SimulationService,
    AbsenceService,
    AgeReviewService,
    ApplicationService,
    BasisSeal,
    CasePriceService,
    MobilisationBillService,
    CertificateService,
    CessationFacts,
    CessationService,
    CessationViewService,
    ClaimService,
    ComparisonService,
    CourseService,
    AccountIndexer,
    DetailService,
    DutyCopyService,
    DutyOrderService,
    EditingService,
    HolidayService,
    IssueFacts,
    IssueNeedService,
    IssueService,
    PaperFactsService,
    PaperService,
    PaperTemplateService,
    PersonFileService,
    PersonService,
    PostingService,
    RecognitionFacts,
    RecognitionOfSelected,
    RecruitmentActService,
    TakingBackService,
    RecruitmentService,
    RefusalService,
    ReminderService,
    RemovalService,
    SettingService,
    SeveranceService,
    ShiftService,
    StatisticsService,
    SupervisionService,
    TeamMoveService,
    TermService,
    WorkByUnitService,
    WorkService,
  ],
})
export class AppModule {}
