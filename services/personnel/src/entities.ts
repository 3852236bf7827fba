import { HolidayEntity } from './calendar/holiday.entity.ts';
import { DecisionEntity } from './decisions/decision.entity.ts';
import { PersonEntity } from './people/person.entity.ts';
import { PostingEntity } from './postings/posting.entity.ts';
import { SettingEntity } from './settings/setting.entity.ts';

/** Every table of the service that code reads or writes by row. */
export const entities = [DecisionEntity, HolidayEntity, PersonEntity, PostingEntity, SettingEntity];
