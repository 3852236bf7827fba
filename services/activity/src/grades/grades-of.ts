import {
  type GradeCheck,
  type GradeRow,
  type GradeSchemeDocument,
  listPeople,
  type NotAssessed,
  type YearlyGrade,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { type Client, sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import type { Standing } from './grade-check.rules.ts';
import { type Judged, judgeCommune } from './grade.rules.ts';

const subjectsText = sql(import.meta.url, './graded-subjects.sql');

/** A row of the list with all its criteria. */
export type Graded = GradeRow & { checks: GradeCheck[] };

/** Everybody whom a year grades, with the grade proposed last. */
export function standingOf(db: EntityManager, yearId: string): Promise<Standing[]> {
  return db.query(subjectsText, [yearId]);
}

/** Grades as they stand now, before a decision. */
export async function liveGrades(
  db: EntityManager,
  yearId: string,
  document: GradeSchemeDocument,
): Promise<Graded[]> {
  const standing = await standingOf(db, yearId);
  const proposed = new Map(standing.map(({ subjectId, grade }) => [subjectId, grade]));
  return judgeCommune(document, standing).map((one) =>
    rowOf(one, { proposed: proposed.get(one.subjectId) ?? null, decided: null, reason: '' }),
  );
}

export function rowOf(
  { grade: _, ...judged }: Judged,
  said: Pick<GradeRow, 'proposed' | 'decided' | 'reason'>,
): Graded {
  return { ...judged, ...said, name: judged.subject === 'team' ? judged.teamName : '' };
}

/** Grades as they were decided, with what they were judged by. */
export async function keptGrades(
  db: EntityManager,
  yearId: string,
  revision: number,
): Promise<Graded[]> {
  const rows: { judged: Graded }[] = await db.query(
    'select judged from grade_result where year_id = $1 and revision = $2',
    [yearId, revision],
  );
  return rows.map(({ judged }) => judged);
}

/** What the cap counts: of what is decided the decided grade, before that the proposed one. */
export function counted({ subject, proposed, decided, notAssessed }: GradeRow): {
  subject: GradeRow['subject'];
  grade: YearlyGrade | null;
  notAssessed: NotAssessed | null;
} {
  return { subject, notAssessed, grade: notAssessed ? null : (decided ?? proposed) };
}

/** With the names that personnel tells the asker; without them where it does not answer. */
export async function named<Row extends GradeRow>(
  client: Client,
  rows: readonly Row[],
  { communeId, to }: { communeId: string; to: PlainDate },
): Promise<Row[]> {
  if (!rows.some(({ subject }) => subject === 'member')) return [...rows];
  const on = to < today() ? to : today();
  const [teamId, ...others] = new Set(rows.map((row) => row.teamId));
  const names = new Map<string, string>();
  try {
    let cursor: string | null = null;
    do {
      const asked = others.length === 0 ? { teamId } : { within: communeId };
      const question = { on, ...asked, state: 'serving' as const, limit: 1_000 };
      const page: Awaited<ReturnType<typeof client.call<typeof listPeople>>> = await client.call(
        listPeople,
        { ...question, ...(cursor ? { cursor } : {}) },
      );
      for (const { id, name } of page.items) names.set(id, name);
      cursor = page.nextCursor;
    } while (cursor !== null);
  } catch {
    // Whom a grade is of can be seen in personnel; that it does not answer hides no grade.
  }
  return rows.map((row) =>
    row.subject === 'team' ? row : { ...row, name: names.get(row.subjectId) ?? row.name },
  );
}
