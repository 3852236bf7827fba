import {
  type endTransition,
  type grantTransition,
  type listTransitions,
  problem,
  type Transition,
  transitionEnded,
  transitionGranted,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { assertInside, publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/instrument.service.ts';
import { lockUnits, ownUnit } from '../units/standing-unit.ts';
import { TransitionEntity } from './transition.entity.ts';

const listSql = sql(import.meta.url, './list-transitions.sql');

/** Lawful surpluses (law BR-10): nothing is lawful without reason, instrument and end. */
@Injectable()
export class TransitionService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listTransitions>): Promise<Output<typeof listTransitions>> {
    const { scope, within } = reach('quota.read', question);
    return { items: await this.db.query(listSql, [question.on, scope, within]) };
  }

  /** What it changes ends on its first day, in the same transaction: there is no day without a roadmap. */
  grant({ replaces, ...command }: Input<typeof grantTransition>): Promise<Transition> {
    const { id, unitId, teamId, instrumentId, validFrom, validTo } = command;
    return this.db.transaction(async (tx) => {
      await lockUnits(tx, [unitId]);
      const known = await tx.findOneBy(TransitionEntity, { id });
      if (known) return sameAgain<Transition>(known, command);
      await ownUnit(tx, 'quota.write', unitId, validFrom);
      await instrumentInForce(tx, instrumentId, validFrom);
      if (validTo <= validFrom)
        throw problem('transition-ends-outside', { on: validTo, validFrom });
      if (teamId) await assertTeamOf(tx, teamId, unitId, validFrom);
      if (replaces) await this.replace(tx, replaces, command);
      await tx.insert(TransitionEntity, command);
      await publish(tx, transitionGranted, command);
      return command;
    });
  }

  end({ id, on }: Input<typeof endTransition>): Promise<Transition> {
    return this.db.transaction((tx) => this.endOn(tx, id, on));
  }

  private async replace(tx: EntityManager, id: string, by: Transition): Promise<void> {
    const ended = await this.endOn(tx, id, by.validFrom);
    if (ended.unitId !== by.unitId || ended.teamId !== by.teamId) {
      throw problem('transition-not-found', { id });
    }
  }

  private async endOn(tx: EntityManager, id: string, on: PlainDate): Promise<Transition> {
    await tx.query(`select 1 from transition where id = $1 for update`, [id]);
    const known = await tx.findOneBy(TransitionEntity, { id });
    const absent = problem('transition-not-found', { id });
    if (!known) throw absent;
    const { unitId, validFrom, validTo } = known;
    await assertInside(tx, 'quota.write', [unitId], validFrom, absent);
    if (validTo === on) return known;
    if (on <= validFrom || on > validTo) {
      throw problem('transition-ends-outside', { on, validFrom, validTo });
    }
    const ended = { ...known, validTo: on };
    await tx.update(TransitionEntity, { id }, { validTo: on });
    await publish(tx, transitionEnded, ended);
    return ended;
  }
}

async function assertTeamOf(tx: EntityManager, teamId: string, unitId: string, on: string) {
  const [found] = await tx.query(
    `select 1 from team t
       join team_village tv on tv.team_id = t.id
        and tv.valid_from <= $3::date and (tv.valid_to is null or $3::date < tv.valid_to)
       join unit_parent p on p.unit_id = tv.village_id and p.parent_id = $2
        and p.valid_from <= $3::date and (p.valid_to is null or $3::date < p.valid_to)
      where t.id = $1 and t.founded_on <= $3::date
        and (t.dissolved_on is null or $3::date < t.dissolved_on) limit 1`,
    [teamId, unitId, on],
  );
  if (!found) throw problem('transition-team-elsewhere', { teamId, on });
}
