import { AbsenceEntity } from './absences/absence.entity.ts';
import { AgeReviewEntity } from './age-reviews/age-review.entity.ts';
import {
  BudgetEntity,
  BudgetRequestEntity,
  BudgetSpendingEntity,
} from './budgets/budget.entity.ts';
import { HolidayEntity } from './calendar/holiday.entity.ts';
import { CertificateEntity } from './certificates/certificate.entity.ts';
import { CessationEntity } from './cessations/cessation.entity.ts';
import { ClaimEntity } from './claims/claim.entity.ts';
import { AttendanceEntity, CourseEntity, TrainingDayEntity } from './courses/course.entity.ts';
import { DecisionEntity } from './decisions/decision.entity.ts';
import { SeveranceEntity } from './severances/severance.entity.ts';
import { ShiftEntity } from './duties/shift.entity.ts';
import { PersonFileEntity } from './files/person-file.entity.ts';
import { IssueEntity, IssueNormEntity, IssueReturnEntity } from './issues/issue.entity.ts';
import { PaperTemplateEntity } from './papers/paper-template.entity.ts';
import { PayrollEntity } from './payrolls/payroll.entity.ts';
import { PolicyEntity } from './policies/policy.entity.ts';
import { RateValueEntity } from './rate-tables/rate-value.entity.ts';
import { ComparisonEntity } from './people/comparison.entity.ts';
import { DetailEntity } from './people/detail.entity.ts';
import { PersonEntity } from './people/person.entity.ts';
import { PostingEntity } from './postings/posting.entity.ts';
import {
  ApplicationEntity,
  RecruitmentEntity,
  RecruitmentStepEntity,
  TakingBackEntity,
} from './recruitments/recruitment.entity.ts';
import { RefusalEntity } from './refusals/refusal.entity.ts';
import { ReminderEntity } from './reminders/reminder.entity.ts';
import { RemovalEntity } from './removals/removal.entity.ts';
import { SettingEntity } from './settings/setting.entity.ts';
import { SupervisionEntity } from './supervisions/supervision.entity.ts';
import { TeamMoveEntity } from './team-moves/team-move.entity.ts';

/** Every table of the service that code reads or writes by row. */
export const entities = [
  AbsenceEntity,
  AgeReviewEntity,
  ApplicationEntity,
  AttendanceEntity,
  BudgetEntity,
  BudgetRequestEntity,
  BudgetSpendingEntity,
  CertificateEntity,
  CessationEntity,
  ClaimEntity,
  ComparisonEntity,
  CourseEntity,
  DecisionEntity,
  DetailEntity,
  HolidayEntity,
  IssueEntity,
  IssueNormEntity,
  IssueReturnEntity,
  PaperTemplateEntity,
  PayrollEntity,
  PersonEntity,
  PolicyEntity,
  PersonFileEntity,
  PostingEntity,
  RateValueEntity,
  RecruitmentEntity,
  RecruitmentStepEntity,
  TakingBackEntity,
  RefusalEntity,
  ReminderEntity,
  RemovalEntity,
  SettingEntity,
  SeveranceEntity,
  ShiftEntity,
  SupervisionEntity,
  TeamMoveEntity,
  TrainingDayEntity,
];
