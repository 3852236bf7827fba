import type { GradeRow, GradeYear, YearlyGrade } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import type { DemoClient } from './client.ts';
import { inLanes } from './people/story.ts';
import { createRandom, type Random } from './random.ts';
import { uuidOf } from './uuid.ts';

type Place = { communeId: string; proposer: DemoClient; decider: DemoClient | null };

/** The first year of the guidance. */
const first = 2026;

/** The year whose last day, 14 November, came last before a day. */
export function gradedYear(on: PlainDate): number {
  const year = Number(on.slice(0, 4));
  return on > `${year}-11-14` ? year : year - 1;
}

/**
 * Teams and members of some communes graded for the year that ended last: one still waits for its chair, another is
 * decided. Answers how many are graded.
 */
export async function loadGrades(places: readonly Place[], on: PlainDate): Promise<number> {
  const year = gradedYear(on);
  if (year < first) return 0;
  let count = 0;
  for (const { communeId, proposer, decider } of places) {
    const id = uuidOf(`${year}-11-15`, `grade-year/${communeId}`);
    await proposer.post('/grade-years', { id, communeId, year });
    const opened = await proposer.get<GradeYear>(`/grade-years/${id}`);
    if (opened.state === 'decided') continue;
    // Members before teams: none of a team's may be unfulfilled where the team is excellent.
    for (const subject of ['member', 'team']) count += await grade(opened, subject, proposer);
    if (!decider) continue;
    await decider.post(`/grade-years/${id}/decisions`, {
      ...{ id: uuidOf(on, `grade-decision/${id}`), number: '215/QĐ-UBND (minh họa)' },
      ...{ signedOn: addDays(opened.to, 6), changes: [] },
    });
  }
  return count;
}

/** Facts of everybody, and of most the grade that they allow; nobody above good, so that the cap holds. */
async function grade(
  { id, scheme }: GradeYear,
  subject: string,
  proposer: DemoClient,
): Promise<number> {
  const ask = async () =>
    (
      await proposer.get<{ items: GradeRow[] }>(
        `/grade-years/${id}/grades?subject=${subject}&limit=1000`,
      )
    ).items.filter(({ notAssessed }) => notAssessed === null);
  const codes = scheme.document.criteria.map(({ code }) => code);
  await inLanes(await ask(), ({ subjectId }) =>
    proposer.post(`/grade-years/${id}/facts`, {
      ...{ id: uuidOf(scheme.validFrom, `grade-fact/${id}/${subjectId}`), subjectId },
      facts: factsOf(createRandom(`grade/${subjectId}`), codes),
    }),
  );
  const proposals = (await ask()).map(({ subjectId, eligible }) => {
    const highest: YearlyGrade = eligible === 'excellent' ? 'good' : eligible!;
    return { subjectId, grade: highest, note: '' };
  });
  if (proposals.length > 0) await proposer.post(`/grade-years/${id}/proposals`, { proposals });
  return proposals.length;
}

/** Most do most of what they are given, and are where they are to be. */
function factsOf(random: Random, codes: readonly string[]) {
  const tasksAssigned = random.int(30, 60);
  return {
    ...{ tasksAssigned, tasksDone: tasksAssigned - random.int(0, random.chance(0.2) ? 15 : 4) },
    ...{ meetings: 12, absencesExcused: random.int(0, 2) },
    ...{ absencesUnexcused: random.chance(0.06) ? 1 : 0, breaches: 0, underProceedings: false },
    confirmed: Object.fromEntries(codes.map((code) => [code, random.chance(0.9)])),
    note: '(số liệu minh họa)',
  };
}
