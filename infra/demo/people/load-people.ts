import { addDays, type PlainDate, today } from '@antt/kernel';
import { tellAbsences } from './absences.ts';
import { tellCessations } from './cessations.ts';
import { tellClaims } from './claims.ts';
import { beginStory, drillId, endStory, runningBefore, runningId, tellCourses } from './courses.ts';
import { tellDuties } from './duties.ts';
import { tellIssues } from './issues.ts';
import { tellRecruitments } from './recruitments.ts';
import { tellSeverances } from './severances.ts';
import { type Clients, createStory, mondayOf, type Place } from './story.ts';
import { tellSupervisions } from './supervisions.ts';

/** Who joins and who leaves comes first: the others are told of who serves then, however far a load came before. */
const chapters = [
  ...[beginStory, tellRecruitments, tellCessations, tellCourses, tellDuties, tellClaims],
  ...[tellIssues, tellSeverances, tellAbsences, tellSupervisions, endStory],
];

/** What happened to people of the force on both sides of the reform, and what is under way this week. */
export async function loadPeople(clients: Clients, unitId: (place: Place) => string) {
  if (await dayOf(clients, drillId)) return;
  const begun = await dayOf(clients, runningId);
  // An interrupted load goes on with the week that it began in.
  const monday = begun ? addDays(begun, runningBefore) : mondayOf(today());
  const story = createStory({ on: today(), monday }, clients, unitId);
  for (const tell of chapters) await tell(story);
}

/** When a course begins that was told of. */
async function dayOf({ province }: Clients, course: string): Promise<PlainDate | null> {
  const known = province.get<{ startsOn: PlainDate }>(`/courses/${course}`);
  return (await known.catch(() => null))?.startsOn ?? null;
}
