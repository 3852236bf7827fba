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
import { countsOf, documentOf } from './score.service.ts';
import { itemObject, liveScores, rankingText } from './scores-of.ts';

const keepText = sql(import.meta.url, './keep-results.sql')
  .replace('$ranking', rankingText)
  .replace('$item', itemObject);

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
    await tx.query(
      `insert into round_revision (round_id, revision, reason, ratified_by_name) values ($1, $2, $3, $4)`,
      [id, revision, reason, username],
    );
    const subjects: { subject: ScoreSubject }[] = await tx.query(
      'select subject from round_template where round_id = $1 order by subject',
      [id],
    );
    for (const { subject } of subjects) {
      const scores = await liveScores(tx, id, subject);
      const waiting = scores.filter((one) => !one.verified).length;
      if (waiting > 0 && !withoutVerification)
        throw problem('scores-not-verified', { subject, waiting, of: scores.length });
      const counts = countsOf(scores);
      const document = await documentOf(tx, id, subject);
      const most = mostWithHighest(document, counts);
      const highest = document.grades[0]?.code;
      const has = highest ? (counts.get(highest) ?? 0) : 0;
      if (most !== null && has > most && !lowerOverCap)
        throw problem('grade-cap-exceeded', { subject, grade: highest, has, most });
      await tx.query(keepText, [id, subject, null, revision, most]);
    }
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
