import {
  type enterGradeFacts,
  type GradeFacts,
  gradeFactsEntered,
  gradesProposed,
  problem,
  type proposeGrades,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Client, currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { GradeFactEntity } from './grade.entity.ts';
import { judgeCommune, tooHigh } from './grade.rules.ts';
import { type OpenYear, yearBy } from './grade-years-of.ts';
import { liveGrades, named, standingOf } from './grades-of.ts';
import { aboveEligible } from './refusals.ts';

/** What the commune police say of a year: facts that the platform does not know, and the grades they propose. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  async enterFacts({
    id,
    yearId,
    subjectId,
    facts,
  }: Input<typeof enterGradeFacts>): Promise<Output<typeof enterGradeFacts>> {
    const { one, year } = await this.db.transaction(async (tx) => {
      const year = await openFor(tx, yearId);
      const known = await tx.findOneBy(GradeFactEntity, { id });
      if (known) sameAgain<Partial<GradeFactEntity>>(known, { yearId, subjectId, ...facts });
      else await writeFacts(tx, year, { id, subjectId, facts });
      const rows = await liveGrades(tx, yearId, year.scheme.document);
      const one = rows.find((row) => row.subjectId === subjectId);
      if (!one) throw problem('grade-not-found', { yearId, subjectId });
      if (!known) await publish(tx, gradeFactsEntered, { yearId, subjectId, subject: one.subject });
      return { one, year };
    });
    const [row] = await named(this.client, [one], year);
    const { checks: _, ...told } = row!;
    return told;
  }

  /** As one: who leads a team may be proposed together with it. */
  propose({ yearId, proposals }: Input<typeof proposeGrades>): Promise<{ proposed: number }> {
    return this.db.transaction(async (tx) => {
      const year = await openFor(tx, yearId);
      const standing = await standingOf(tx, yearId);
      const wanted = new Map(proposals.map((one) => [one.subjectId, one]));
      const was = new Map(standing.map((one) => [one.subjectId, one.grade]));
      for (const subjectId of wanted.keys())
        if (!was.has(subjectId)) throw problem('grade-not-found', { yearId, subjectId });
      const judged = judgeCommune(
        year.scheme.document,
        standing.map((one) => ({ ...one, grade: wanted.get(one.subjectId)?.grade ?? one.grade })),
      );
      const asked = judged.filter(({ subjectId }) => wanted.has(subjectId));
      const out = asked.find(({ notAssessed }) => notAssessed !== null);
      if (out)
        throw problem('grade-subject-is-not-assessed', {
          ...{ subjectId: out.subjectId, teamName: out.teamName, why: out.notAssessed },
        });
      const [high] = tooHigh(asked);
      if (high) throw aboveEligible(high);
      const changed = proposals.filter(({ subjectId, grade }) => was.get(subjectId) !== grade);
      await this.write(tx, yearId, changed);
      if (changed.length > 0) {
        const grades = changed.map(({ subjectId, grade }) => ({ subjectId, grade }));
        const { communeId, year: of } = year;
        await publish(tx, gradesProposed, { yearId, communeId, year: of, grades });
      }
      return { proposed: proposals.length };
    });
  }

  private async write(
    tx: EntityManager,
    yearId: string,
    proposals: Input<typeof proposeGrades>['proposals'],
  ): Promise<void> {
    const { accountId, username } = currentPrincipal();
    await tx.query(
      `insert into grade_proposal (year_id, subject_id, grade, note, proposed_by, proposed_by_name)
       select $1, "subjectId", grade, note, $2, $3
         from jsonb_to_recordset($4::jsonb) as one ("subjectId" uuid, grade text, note text)`,
      [yearId, accountId, username, JSON.stringify(proposals)],
    );
  }
}

/** A year that is not decided yet; nobody decides it while somebody says anything of it. */
async function openFor(tx: EntityManager, yearId: string): Promise<OpenYear> {
  await tx.query('select from grade_year where id = $1 for update', [yearId]);
  const year = await yearBy(tx, yearId, 'grade.write');
  if (year.revision > 0)
    throw problem('grade-year-is-decided', { name: year.name, year: year.year });
  return year;
}

export async function writeFacts(
  tx: EntityManager,
  { id: yearId, scheme }: OpenYear,
  { id, subjectId, facts }: { id: string; subjectId: string; facts: GradeFacts },
): Promise<void> {
  const codes = new Set(scheme.document.criteria.map(({ code }) => code));
  const strange = Object.keys(facts.confirmed).find((code) => !codes.has(code));
  if (strange) throw problem('grade-criterion-not-found', { code: strange });
  const { username: enteredByName } = currentPrincipal();
  await tx.insert(GradeFactEntity, { id, yearId, subjectId, ...facts, enteredByName });
}
