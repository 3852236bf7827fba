import {
  type correctRound,
  problem,
  type ratifyRound,
  roundRatified,
  type ScoreSubject,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertMayRun } from '../campaigns/campaign-scope.ts';
import { roundBy } from '../campaigns/campaigns-of.ts';
import { mostWithHighest } from './cap.rules.ts';
import { documentOf } from './score.service.ts';
import { itemObject, rankingText } from './scores-of.ts';

const keepText = sql(import.meta.url, './keep-results.sql')
  .replace('$ranking', rankingText)
  .replace('$item', itemObject);

/** Who has the highest grade past the cap ($6) gets the next one ($5), from the last in the ranking on. */
const lowerSql = `
  update round_result r set grade = $5, lowered = true
    from (select subject_id, row_number() over (order by rank_overall, name) as place
            from round_result where round_id = $1 and revision = $2 and subject = $3 and grade = $4) p
   where r.round_id = $1 and r.revision = $2 and r.subject_id = p.subject_id and p.place > $6`;

/** Lets results stand, and reckons them anew only by a named correction (reporting BR-07, BR-71). */
@Injectable()
export class RatificationService {
  constructor(private readonly db: EntityManager) {}

  ratify(command: Input<typeof ratifyRound>): Promise<Output<typeof ratifyRound>> {
    const { id, lowerOverCap, withoutVerification } = command;
    return this.db.transaction(async (tx) => {
      const round = await this.locked(tx, id);
      if (round.state === 'ratified') return this.standing(tx, id, round.revision);
      if (round.state !== 'open')
        throw problem('campaign-round-not-open', { number: round.number, state: round.state });
      await tx.query(
        'update campaign_round set ratified_at = clock_timestamp(), revision = 1 where id = $1',
        [id],
      );
      await this.keep(tx, { id, revision: 1, reason: '', lowerOverCap, withoutVerification });
      const done = await this.standing(tx, id, 1);
      const { campaignId } = round;
      const told = { campaignId, id, revision: 1, subjects: done.subjects, reason: '' };
      await publish(tx, roundRatified, told);
      return done;
    });
  }

  correct({ id, reason, lowerOverCap }: Input<typeof correctRound>) {
    return this.db.transaction(async (tx): Promise<Output<typeof correctRound>> => {
      const round = await this.locked(tx, id);
      if (round.state !== 'ratified')
        throw problem('campaign-round-not-ratified', { number: round.number });
      const revision = round.revision + 1;
      await tx.query('update campaign_round set revision = $2 where id = $1', [id, revision]);
      await this.keep(tx, { id, revision, reason, lowerOverCap, withoutVerification: true });
      const [{ changed }] = await tx.query(
        `select count(*)::int as changed
           from (select * from round_result where round_id = $1 and revision = $2) now
           full join (select * from round_result where round_id = $1 and revision = $2 - 1) was
                on was.subject_id = now.subject_id
          where (now.total, now.grade, now.rank) is distinct from (was.total, was.grade, was.rank)`,
        [id, revision],
      );
      const { subjects } = await this.standing(tx, id, revision);
      const { campaignId } = round;
      await publish(tx, roundRatified, { campaignId, id, revision, subjects, reason });
      return { id, revision, subjects, changed };
    });
  }

  private async locked(tx: EntityManager, id: string) {
    await tx.query('select from campaign_round where id = $1 for update', [id]);
    const round = await roundBy(tx, id);
    await assertMayRun(tx, round.unitId, round.from, 'campaign.ratify');
    return round;
  }

  private async keep(
    tx: EntityManager,
    how: {
      id: string;
      revision: number;
      reason: string;
      lowerOverCap: boolean;
      withoutVerification: boolean;
    },
  ): Promise<void> {
    const { id, revision, reason, lowerOverCap, withoutVerification } = how;
    const { username } = currentPrincipal();
    // Awards are approved and revoked before or after: each counts whole, or is told of as revoked since (reporting BR-75).
    await tx.query('lock table award in share mode');
    await tx.query(
      `insert into round_revision (round_id, revision, reason, ratified_by_name) values ($1, $2, $3, $4)`,
      [id, revision, reason, username],
    );
    const subjects: { subject: ScoreSubject }[] = await tx.query(
      'select subject from round_template where round_id = $1 order by subject',
      [id],
    );
    for (const { subject } of subjects) {
      await tx.query(keepText, [id, subject, null, revision]);
      const counts = await this.countsOf(tx, id, revision, subject);
      const waiting = counts.reduce((sum, one) => sum + one.waiting, 0);
      const of = counts.reduce((sum, one) => sum + one.count, 0);
      if (waiting > 0 && !withoutVerification)
        throw problem('scores-not-verified', { subject, waiting, of });
      const document = await documentOf(tx, id, subject);
      const byGrade = new Map(counts.map(({ grade, count }) => [grade, count]));
      const most = mostWithHighest(document, byGrade);
      const [highest, second] = document.grades;
      const has = byGrade.get(highest?.code ?? '') ?? 0;
      if (most === null || has <= most) continue;
      if (!lowerOverCap)
        throw problem('grade-cap-exceeded', { subject, grade: highest?.code, has, most });
      await tx.query(lowerSql, [id, revision, subject, highest?.code, second?.code, most]);
    }
  }

  private countsOf(
    tx: EntityManager,
    id: string,
    revision: number,
    subject: ScoreSubject,
  ): Promise<{ grade: string; count: number; waiting: number }[]> {
    return tx.query(
      `select coalesce(grade, '') as grade, count(*)::int as count, count(*) filter (where not verified)::int as waiting
         from round_result where round_id = $1 and revision = $2 and subject = $3 group by 1`,
      [id, revision, subject],
    );
  }

  private async standing(tx: EntityManager, id: string, revision: number) {
    const [{ subjects, lowered }] = await tx.query(
      `select count(*)::int as subjects, count(*) filter (where lowered)::int as lowered
         from round_result where round_id = $1 and revision = $2`,
      [id, revision],
    );
    return { id, revision, subjects, lowered };
  }
}
