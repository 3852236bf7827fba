import {
  type Consolidation,
  consolidationUndone,
  type decideConsolidation,
  type listConsolidationDecisions,
  problem,
  type undoConsolidation,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { assertInside, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { acting } from '@antt/service-kit';
import { lockUnits } from '../units/standing-unit.ts';
import { communesOf } from './commune-reach.ts';
import { type ConsolidationCommand, ConsolidationEntity } from './consolidation.entity.ts';
import { decide } from './decide.ts';

const listSql = sql(import.meta.url, './list-decisions.sql');

type Decided = Output<typeof decideConsolidation>;

@Injectable()
export class ConsolidationDecisionService {
  constructor(private readonly db: EntityManager) {}

  decide({
    dryRun,
    accept,
    reason,
    ...command
  }: Input<typeof decideConsolidation>): Promise<Decided> {
    return acting(this.db, { dryRun }, async (tx) => {
      await assertInside(tx, 'team.write', [command.communeId], command.on);
      await lockUnits(tx, [command.communeId]);
      const known = await tx.findOneBy(ConsolidationEntity, { id: command.id });
      if (known) {
        sameAgain<{ command: ConsolidationCommand }>(known, { command });
        if (known.status === 'undone') throw problem('consolidation-was-undone', { id: known.id });
        return { ...(await consolidationOf(tx, command.id)), warnings: [] };
      }
      const warnings = await decide(tx, command, { dryRun, accept, reason });
      return { ...(await consolidationOf(tx, command.id)), warnings };
    });
  }

  async list(
    question: Input<typeof listConsolidationDecisions>,
  ): Promise<Output<typeof listConsolidationDecisions>> {
    const { cursor, limit } = question;
    const communes = await communesOf(this.db, question);
    const rows = await this.db.query(listSql, [communes, cursor ?? null, limit, null]);
    return {
      items: rows.map(bare),
      nextCursor: rows.length === limit ? rows.at(-1).sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  undo({ id }: Input<typeof undoConsolidation>): Promise<Consolidation> {
    return this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(ConsolidationEntity, { id });
      const absent = problem('consolidation-not-found', { id });
      if (!found) throw absent;
      const { communeId, validFrom: on, instrumentId, command } = found;
      await assertInside(tx, 'team.write', [communeId], on, absent);
      await lockUnits(tx, [communeId]);
      const { status } = await tx.findOneByOrFail(ConsolidationEntity, { id });
      if (status === 'applied') {
        await takeBack(tx, id);
        const told = { id, communeId, on, instrumentId, groups: command.groups.length };
        await publish(tx, consolidationUndone, told);
      }
      return consolidationOf(tx, id);
    });
  }
}

async function takeBack(tx: EntityManager, id: string): Promise<void> {
  try {
    await tx.query('select undo_consolidation($1)', [id]);
    await tx.query('set constraints all immediate');
  } catch (error) {
    // What came later refers to what would be gone.
    const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
    if (code === '23503' || code === '23P01') throw problem('consolidation-has-followers', { id });
    throw error;
  }
}

async function consolidationOf(db: EntityManager, id: string): Promise<Consolidation> {
  const [row] = await db.query(listSql, [null, null, 1, id]);
  return bare(row);
}

function bare({
  sort_key: _,
  total: __,
  ...consolidation
}: Consolidation & { sort_key: string; total: number }): Consolidation {
  return consolidation;
}
