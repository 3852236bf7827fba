import {
  type AwardAgency,
  type AwardCredit,
  type AwardDetail,
  type AwardFinding,
  type AwardStep,
  type checkAward,
  type getAward,
  type listAwards,
  problem,
} from '@antt/contracts';
import { type Input, type Output, Problem, today } from '@antt/kernel';
import { assertInside } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { revokedAwards } from '../scoring/revoked-awards.ts';
import { appraisalsFor } from './award-asked.ts';
import { type AwardRow, awardRows, readableAward, shownAward } from './award-row.ts';
import { findingsFor, placeOf } from './award-subject.ts';

/** Awards of an area: the list, one with all that was said of it, and whether somebody may be proposed. */
@Injectable()
export class AwardService {
  constructor(private readonly db: EntityManager) {}

  async list({ cursor, ...asked }: Input<typeof listAwards>): Promise<Output<typeof listAwards>> {
    const start = Number(cursor ?? 0);
    const rows = await awardRows(this.db, { ...asked, start });
    const total = rows[0]?.total ?? 0;
    const next = start + rows.length;
    const nextCursor = rows.length > 0 && next < total ? String(next) : null;
    return { items: rows.map(shownAward), nextCursor, total };
  }

  get({ id }: Input<typeof getAward>): Promise<AwardDetail> {
    return awardDetail(this.db, id);
  }

  async check(question: Input<typeof checkAward>): Promise<Output<typeof checkAward>> {
    const { subject, subjectId, to, year, isUnexpected, kind } = question;
    const about = { subject, subjectId, from: to, to, incidentId: null };
    const on = today();
    const place = await placeOf(this.db, about, on);
    const { unitId, isHead } = place;
    await assertInside(this.db, 'award.propose', [unitId], on, problem('unit-not-found', { on }));
    const asked = { year, isUnexpected: isUnexpected === 'true', kind, to, on };
    const findings = await findingsFor(this.db, place, asked);
    const [unit]: { name: string }[] = await this.db.query(
      `select kind || ' ' || name as name from unit_version where unit_id = $1 and valid_from <= $2
        order by valid_from desc limit 1`,
      [unitId, on],
    );
    return { findings, unitId, unitName: unit?.name ?? '', isHead };
  }
}

/** An award with its appraisals, its history, and what speaks against it as long as it is open. */
export async function awardDetail(db: EntityManager, id: string): Promise<AwardDetail> {
  const row = await readableAward(db, id);
  const { appraisals } = await appraisalsFor(db, row, row.decidedOn ?? row.proposedOn);
  const isOpen = ['proposed', 'returned', 'appraised'].includes(row.state);
  const steps = await stepsOf(db, id);
  return {
    ...shownAward(row),
    ...{ incidentId: row.incidentId, appraisals, agreed: agreedIn(steps, row.sending) },
    ...{ findings: isOpen ? await openFindings(db, row) : [], steps },
    result: await resultOf(db, row),
    credits: await creditsOf(db, id),
    roundsToCorrect: (await revokedAwards(db, { awardId: id })).map((one) => ({
      ...{ campaignId: one.campaignId, campaignName: one.campaignName },
      ...{ roundId: one.roundId, roundName: one.roundName },
    })),
    others: await othersOf(db, row),
  };
}

/** Agencies that agree to what was sent last. */
export function agreedIn(steps: readonly AwardStep[], sending: number): AwardAgency[] {
  return steps.flatMap((step) =>
    step.sending === sending && step.agrees && step.agency ? [step.agency] : [],
  );
}

/** None of somebody who is gone since: an award that is open can still be read, returned and refused. */
async function openFindings(db: EntityManager, row: AwardRow): Promise<AwardFinding[]> {
  const place = await placeOf(db, row, row.proposedOn).catch((gone: unknown) => {
    if (gone instanceof Problem) return null;
    throw gone;
  });
  return place ? findingsFor(db, place, { ...row, kind: row.achievementKind, on: today() }) : [];
}

/** The latest first. */
export function stepsOf(db: EntityManager, awardId: string): Promise<AwardStep[]> {
  return db.query(
    `select id, step, sending, agency, agrees, revocation, number, on_day as "on", note, findings,
            taken_by_name as by, to_json(taken_at)#>>'{}' as at
       from award_step where award_id = $1 order by taken_at desc, id desc`,
    [awardId],
  );
}

async function resultOf(db: EntityManager, { roundId, teamId, unitId }: AwardRow) {
  const [result]: { total: number; rank: number | null }[] = await db.query(
    `select k.total::float8 as total, k.rank from campaign_round r
       join round_result k on k.round_id = r.id and k.revision = r.revision and k.subject_id = $2
      where r.id = $1`,
    [roundId, teamId ?? unitId],
  );
  return result ?? null;
}

function creditsOf(db: EntityManager, awardId: string): Promise<AwardCredit[]> {
  return db.query(
    `select c.id, c.round_id as "roundId", r.name as "roundName", c.item, c.points::float8 as points,
            c.credited_by as "creditedBy"
       from award_credit c join campaign_round r on r.id = c.round_id
      where c.award_id = $1 order by c.credited_at`,
    [awardId],
  );
}

function othersOf(db: EntityManager, { id, achievementId }: AwardRow) {
  return db.query<AwardDetail['others']>(
    `select a.id, a.state, coalesce((select name from award_form f where f.code in (a.form_code, a.title_code)
                                      order by (f.code = a.form_code) desc, f.valid_from desc limit 1), '') as name
       from award a where a.achievement_id = $1 and a.id <> $2 order by a.proposed_at`,
    [achievementId, id],
  );
}
