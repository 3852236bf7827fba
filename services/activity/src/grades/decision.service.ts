import {
  type correctGrades,
  type decideGrades,
  gradesDecided,
  GradeSubject,
  problem,
  type YearlyGrade,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { GradeDecisionEntity } from './grade.entity.ts';
import { capState, type Judged, judgeCommune, tooHigh } from './grade.rules.ts';
import { type OpenYear, yearBy } from './grade-years-of.ts';
import { counted, type Graded, keptGrades, rowOf, standingOf } from './grades-of.ts';
import { writeFacts } from './proposal.service.ts';
import { aboveEligible, overCap } from './refusals.ts';

type Act = Pick<Input<typeof correctGrades>, 'id' | 'yearId' | 'number' | 'signedOn' | 'reason'>;

/** The chair of the commune's People's Committee lets grades stand, and corrects them by name (reporting BR-64). */
@Injectable()
export class DecisionService {
  constructor(private readonly db: EntityManager) {}

  decide({
    changes,
    ...command
  }: Input<typeof decideGrades>): Promise<Output<typeof decideGrades>> {
    return this.db.transaction(async (tx) => {
      const year = await this.locked(tx, command);
      const again = await knownAct(tx, command);
      if (again) return { revision: again.revision, ...(await sizes(tx, command.yearId)) };
      if (year.revision > 0)
        throw problem('grade-year-is-decided', { name: year.name, year: year.year });
      const standing = await standingOf(tx, year.id);
      const proposed = new Map(standing.map(({ subjectId, grade }) => [subjectId, grade]));
      const wanted = new Map(changes.map((one) => [one.subjectId, one]));
      assertKnown(year.id, wanted.keys(), proposed);
      const judged = judgeCommune(
        year.scheme.document,
        standing.map((one) => ({ ...one, grade: wanted.get(one.subjectId)?.grade ?? one.grade })),
      );
      const rows = judged.map((one) =>
        rowOf(one, {
          proposed: proposed.get(one.subjectId) ?? null,
          decided: one.grade,
          reason: wanted.get(one.subjectId)?.reason ?? '',
        }),
      );
      assertMayStand(year, judged, rows);
      assertProposed(rows);
      await this.keep(tx, year, { ...command, reason: '' }, rows);
      return { revision: 1, ...(await sizes(tx, year.id)) };
    });
  }

  /** Who is not named keeps what was decided; but no grade may stand that another's correction takes the ground from. */
  correct({
    changes,
    ...command
  }: Input<typeof correctGrades>): Promise<Output<typeof correctGrades>> {
    return this.db.transaction(async (tx) => {
      const year = await this.locked(tx, command);
      const again = await knownAct(tx, command);
      if (again) return { revision: again.revision, changed: changes.length };
      if (year.revision === 0)
        throw problem('grade-year-not-decided', { name: year.name, year: year.year });
      for (const { subjectId, facts } of changes)
        if (facts) await writeFacts(tx, year, { id: uuidv7(), subjectId, facts });
      const kept = new Map(
        (await keptGrades(tx, year.id, year.revision)).map((row) => [row.subjectId, row]),
      );
      const wanted = new Map(changes.map((one) => [one.subjectId, one]));
      const standing = await standingOf(tx, year.id);
      const grades = new Map<string, YearlyGrade | null>();
      for (const { subjectId } of standing)
        grades.set(subjectId, kept.get(subjectId)?.decided ?? null);
      assertKnown(year.id, wanted.keys(), grades);
      for (const { subjectId, grade } of changes) grades.set(subjectId, grade);
      const judged = judgeCommune(
        year.scheme.document,
        standing.map((one) => ({ ...one, grade: grades.get(one.subjectId) ?? null })),
      );
      const named = judged.filter(({ subjectId }) => wanted.has(subjectId));
      const unsaid = named.find(({ grade, notAssessed }) => grade === null && notAssessed === null);
      if (unsaid) throw problem('grades-not-proposed', { waiting: 1, of: named.length });
      const refused = named.find(
        ({ subjectId, notAssessed }) =>
          notAssessed !== null && wanted.get(subjectId)!.grade !== null,
      );
      if (refused) throw notAssessed(refused);
      for (const one of named)
        kept.set(
          one.subjectId,
          rowOf(one, {
            proposed: kept.get(one.subjectId)?.proposed ?? null,
            decided: one.grade,
            reason: command.reason,
          }),
        );
      const rows = [...kept.values()];
      assertMayStand(year, judged.filter(restsOnOthers(wanted)), rows);
      await this.keep(tx, year, command, rows);
      return { revision: year.revision + 1, changed: changes.length };
    });
  }

  private async locked(
    tx: EntityManager,
    { yearId, signedOn }: { yearId: string; signedOn: string },
  ): Promise<OpenYear> {
    await tx.query('select from grade_year where id = $1 for update', [yearId]);
    const year = await yearBy(tx, yearId, 'grade.decide');
    const { decidableFrom, to } = year;
    if (signedOn < decidableFrom)
      throw problem('grade-year-not-over', { year: year.year, signedOn, decidableFrom, to });
    // What the rest of the year brings is known to nobody yet.
    if (signedOn > today()) throw problem('grades-signed-on-a-day-to-come', { signedOn });
    const [proposer] = await tx.query(
      'select from grade_proposal where year_id = $1 and proposed_by = $2 limit 1',
      [yearId, currentPrincipal().accountId],
    );
    if (proposer)
      throw problem('grades-are-decided-by-another', { name: year.name, year: year.year });
    return year;
  }

  private async keep(tx: EntityManager, year: OpenYear, act: Act, rows: readonly Graded[]) {
    const { id, number, signedOn, reason } = act;
    const revision = year.revision + 1;
    const { username: decidedByName } = currentPrincipal();
    await tx.insert(GradeDecisionEntity, {
      ...{ id, yearId: year.id, revision, number, signedOn, reason, decidedByName },
    });
    await tx.query(
      `insert into grade_result (year_id, revision, subject, subject_id, team_id, grade, reason, judged)
       select $1, $2, j ->> 'subject', (j ->> 'subjectId')::uuid, (j ->> 'teamId')::uuid, j ->> 'decided',
              j ->> 'reason', j
         from jsonb_array_elements($3::jsonb) j`,
      [year.id, revision, JSON.stringify(rows)],
    );
    await tx.query('update grade_year set revision = $2 where id = $1', [year.id, revision]);
    const of = (subject: GradeSubject) => rows.filter((row) => row.subject === subject);
    await publish(tx, gradesDecided, {
      ...{ yearId: year.id, communeId: year.communeId, year: year.year },
      ...{ revision, number, signedOn, reason },
      teams: of('team').map(({ teamId, decided: grade }) => ({ teamId, grade })),
      members: of('member').map(({ subjectId: personId, teamId, decided: grade }) => ({
        ...{ personId, teamId, grade },
      })),
    });
  }
}

/** One account proposes and another decides (reporting BR-64): a decision alters what was proposed, and adds nobody. */
function assertProposed(rows: readonly Graded[]): void {
  const assessed = rows.filter((row) => row.notAssessed === null);
  const waiting = assessed.filter(({ proposed }) => proposed === null).length;
  if (waiting > 0) throw problem('grades-not-proposed', { waiting, of: assessed.length });
}

function notAssessed({ subjectId, teamName, notAssessed: why }: Judged) {
  return problem('grade-subject-is-not-assessed', { subjectId, teamName, why });
}

/** Of a correction: those it names, and those whose grade depends on others (reporting BR-59, BR-61). */
function restsOnOthers(named: ReadonlyMap<string, unknown>) {
  return ({ subjectId, checks }: Judged) =>
    named.has(subjectId) ||
    checks.some(
      ({ kind, state }) => ['members', 'breaches', 'team'].includes(kind) && state === 'failed',
    );
}

function assertKnown(
  yearId: string,
  wanted: Iterable<string>,
  known: { has(id: string): boolean },
): void {
  for (const subjectId of wanted)
    if (!known.has(subjectId)) throw problem('grade-not-found', { yearId, subjectId });
}

/** Everybody has a grade that the facts allow, and the highest no more than the cap allows, over the whole commune. */
function assertMayStand(year: OpenYear, judged: readonly Judged[], rows: readonly Graded[]): void {
  const assessed = rows.filter((row) => row.notAssessed === null);
  const waiting = assessed.filter(({ decided }) => decided === null).length;
  if (waiting > 0) throw problem('grades-not-proposed', { waiting, of: assessed.length });
  const [high] = tooHigh(judged);
  if (high) throw aboveEligible(high);
  const all = rows.map(counted);
  for (const subject of GradeSubject.options) {
    const state = capState(year.scheme.document, all, subject);
    if (state.most !== null && state.has > state.most) throw overCap(state);
  }
}

/** The same act that came before; one with other words under its id is refused. */
async function knownAct(
  tx: EntityManager,
  { id, yearId, number, signedOn, reason = '' }: Omit<Act, 'reason'> & { reason?: string },
): Promise<GradeDecisionEntity | null> {
  const known = await tx.findOneBy(GradeDecisionEntity, { id });
  if (known) sameAgain<Partial<GradeDecisionEntity>>(known, { yearId, number, signedOn, reason });
  return known;
}

async function sizes(
  tx: EntityManager,
  yearId: string,
): Promise<{ teams: number; members: number }> {
  const [row] = await tx.query(
    `select count(*) filter (where subject = 'team')::int as teams,
            count(*) filter (where subject = 'member')::int as members
       from grade_result where year_id = $1 and revision = 1`,
    [yearId],
  );
  return row;
}
