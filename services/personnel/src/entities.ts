import { AbsenceEntity } from './absences/absence.entity.ts';
import { HolidayEntity } from './calendar/holiday.entity.ts';
import { CertificateEntity } from './certificates/certificate.entity.ts';
import { CessationEntity } from './cessations/cessation.entity.ts';
import { AttendanceEntity, CourseEntity, TrainingDayEntity } from './courses/course.entity.ts';
import { DecisionEntity } from './decisions/decision.entity.ts';
import { IssueEntity, IssueNormEntity, IssueReturnEntity } from './issues/issue.entity.ts';
import { PersonEntity } from './people/person.entity.ts';
import { PostingEntity } from './postings/posting.entity.ts';
import { RefusalEntity } from './refusals/refusal.entity.ts';
import { ReminderEntity } from './reminders/reminder.entity.ts';
import { SettingEntity } from './settings/setting.entity.ts';
import { TeamMoveEntity } from './team-moves/team-move.entity.ts';

/** Every table of the service that code reads or writes by row. */
export const entities = [
  AbsenceEntity,
  AttendanceEntity,
  CertificateEntity,
  CessationEntity,
  CourseEntity,
  DecisionEntity,
  HolidayEntity,
  IssueEntity,
  IssueNormEntity,
  IssueReturnEntity,
  PersonEntity,
  PostingEntity,
  RefusalEntity,
  ReminderEntity,
  SettingEntity,
  TeamMoveEntity,
  TrainingDayEntity,
];
