import { HolidayEntity } from './calendar/holiday.entity.ts';
import { ClaimEntity } from './claims/claim.entity.ts';
import { DecisionEntity } from './decisions/decision.entity.ts';
import { ShiftEntity } from './duties/shift.entity.ts';
import { ComparisonEntity } from './people/comparison.entity.ts';
import { DetailEntity } from './people/detail.entity.ts';
import { PersonEntity } from './people/person.entity.ts';
import { PostingEntity } from './postings/posting.entity.ts';
import { RemovalEntity } from './removals/removal.entity.ts';
import { SettingEntity } from './settings/setting.entity.ts';
import { SupervisionEntity } from './supervisions/supervision.entity.ts';

/** Every table of the service that code reads or writes by row. */
export const entities = [
  ClaimEntity,
  ComparisonEntity,
  DecisionEntity,
  DetailEntity,
  HolidayEntity,
  PersonEntity,
  PostingEntity,
  RemovalEntity,
  SettingEntity,
  ShiftEntity,
  SupervisionEntity,
];
