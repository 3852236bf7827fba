import {
  type listObstacles,
  type Obstacle,
  obstacleRaised,
  obstacleSolved,
  problem,
  type raiseObstacle,
  type solveObstacle,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, reach, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { areasIn } from '../reports/areas-in.ts';
import { sendingContext } from '../reports/sending-context.ts';
import { ObstacleEntity } from './obstacle.entity.ts';
import { obstaclesOf } from './obstacles-of.ts';

/** What keeps senders from their work: raised with a report, and answered by whoever receives it. */
@Injectable()
export class ObstacleService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listObstacles>): Promise<Output<typeof listObstacles>> {
    const { within, cursor, limit, ...asked } = question;
    const on = today();
    const { scope, within: units } = reach('report.read', within ? { on, within } : { on });
    const offset = Number(cursor ?? 0);
    const { items, total } = await obstaclesOf(this.db, { ...asked, scope, units, offset, limit });
    const next = offset + items.length;
    return { items, total, nextCursor: items.length > 0 && next < total ? String(next) : null };
  }

  /** Also of a period that has closed: what is in the way does not end with it. */
  raise({ id, periodId, senderId, text }: Input<typeof raiseObstacle>): Promise<Obstacle> {
    return this.db.transaction(async (tx) => {
      const place = { periodId, senderId };
      const context = await sendingContext(tx, { ...place, id: null, receivedOn: null });
      const { from, periodName, sender, unitId } = context;
      if (today() < from) {
        throw problem('reporting-period-not-begun', { on: from, period: periodName });
      }
      const known = await tx.findOneBy(ObstacleEntity, { id });
      if (known) {
        sameAgain<ObstacleEntity>(known, { ...place, text });
        return oneOf(tx, id);
      }
      const raisedByName = currentPrincipal().username;
      await tx.insert(ObstacleEntity, { id, ...place, sender, unitId, text, raisedByName });
      await publish(tx, obstacleRaised, { id, ...place, sender });
      return oneOf(tx, id);
    });
  }

  solve({ id, answer }: Input<typeof solveObstacle>): Promise<Obstacle> {
    return this.db.transaction(async (tx) => {
      const [row]: (ObstacleEntity & { isSeen: boolean; isUnder: boolean })[] = await tx.query(
        `select o.*, o.period_id as "periodId", o.sender_id as "senderId",
                sender_is_below(o.sender_id, o.unit_id, roots_on($2, $3, $4, p.to_on), p.to_on) as "isSeen",
                sender_is_under(o.sender, o.unit_id, roots_on($5, $6, $7, p.to_on), p.to_on) as "isUnder"
           from obstacle o join reporting_period p on p.id = o.period_id
          where o.id = $1 for update of o`,
        [id, ...areasIn('report.read'), ...areasIn('report.verify')],
      );
      // Somebody else's is answered as if it were not there (decision 0054).
      if (!row?.isSeen) throw problem('obstacle-not-found', { id });
      if (!row.isUnder) throw problem('outside-area', { permission: 'report.verify' });
      const { periodId, senderId, sender } = row;
      if (row.answer === answer) return oneOf(tx, id);
      if (row.answer !== null) throw problem('obstacle-is-solved', { id });
      await tx.query(
        `update obstacle set answer = $2, solved_at = clock_timestamp(), solved_by_name = $3 where id = $1`,
        [id, answer, currentPrincipal().username],
      );
      await publish(tx, obstacleSolved, { id, periodId, senderId, sender });
      return oneOf(tx, id);
    });
  }
}

async function oneOf(tx: EntityManager, id: string): Promise<Obstacle> {
  const { items } = await obstaclesOf(tx, { id, limit: 1 });
  return items[0]!;
}
