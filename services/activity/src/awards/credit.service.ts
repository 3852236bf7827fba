import { awardCredited, type AwardDetail, type creditAward, problem } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { openForMarking } from '../scoring/open-for-marking.ts';
import { liveItems } from '../scoring/scores-of.ts';
import { readableAward } from './award-row.ts';
import { aboutOf } from './award-step.ts';
import { awardDetail } from './award.service.ts';

/** Lets awards bring points in open rounds, by themselves and only while they stand (reporting BR-75). */
@Injectable()
export class CreditService {
  constructor(private readonly db: EntityManager) {}

  credit(command: Input<typeof creditAward>): Promise<AwardDetail> {
    const { id, awardId, roundId, item, points } = command;
    return this.db.transaction(async (tx) => {
      // Nobody revokes it meanwhile.
      await tx.query('select from award where id = $1 for share', [awardId]);
      const award = await readableAward(tx, awardId);
      const [known] = await tx.query(
        `select id, award_id as "awardId", round_id as "roundId", item, points::float8 as points
           from award_credit where id = $1`,
        [id],
      );
      if (known) {
        sameAgain<Input<typeof creditAward>>(known, command);
        return awardDetail(tx, awardId);
      }
      if (award.state !== 'approved')
        throw problem('award-does-not-count', { state: award.state, number: award.number });
      const subjectId = award.teamId ?? award.unitId;
      const subjects = await openForMarking(tx, roundId, [subjectId], 'report.verify');
      const subject = subjects.get(subjectId)!;
      const found = (await liveItems(tx, roundId, subject, subjectId)).find(
        ({ code }) => code === item,
      );
      if (!found) throw problem('score-item-not-found', { item });
      // A figure brings them, or somebody typed them: what is typed goes before what is reckoned.
      const isTyped = found.verified !== null || found.ratified !== null;
      if (found.indicator !== null || found.kind !== 'range' || isTyped)
        throw problem('award-brings-no-points-here', { item });
      if (points > found.max) throw problem('score-above-maximum', { item, max: found.max });
      await tx.query(
        `insert into award_credit (id, award_id, round_id, subject_id, item, points, credited_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, awardId, roundId, subjectId, item, points, currentPrincipal().username],
      );
      await publish(tx, awardCredited, { ...aboutOf(award), roundId, subjectId, item, points });
      return awardDetail(tx, awardId);
    });
  }
}
