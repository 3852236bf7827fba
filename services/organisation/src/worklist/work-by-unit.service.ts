import { type countWorkByUnit, holds, problem, workRights } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { around, aroundGaps, seenKinds, together } from './work-question.ts';

const unitsSql = sql(import.meta.url, './work-units.sql');
const gapUnitsSql = aroundGaps(sql(import.meta.url, './gap-units.sql'));
const byUnitSql = sql(import.meta.url, './work-by-unit.sql');

type InUnit = { unitId: string | null; count: number };

/** How much work waits in each unit of a level: the items of the list, counted where they lie. */
@Injectable()
export class WorkByUnitService {
  constructor(private readonly db: EntityManager) {}

  async count(question: Input<typeof countWorkByUnit>): Promise<Output<typeof countWorkByUnit>> {
    const { kind, on, level } = question;
    if (kind && !holds(currentPrincipal(), workRights[kind].seenBy)) {
      throw problem('not-allowed', { permission: workRights[kind].seenBy });
    }
    const { gaps, others } = together(kind ? [kind] : seenKinds(), question);
    const found: InUnit[][] = await Promise.all([
      ...gaps.map(({ reach, kinds }) => this.db.query(gapUnitsSql, [...reach, kinds])),
      ...others.map(({ reach, kind: one }) => this.db.query(around(unitsSql, one), reach)),
    ]);
    const counted = found.flat();
    const items = await this.db.query(byUnitSql, [
      on,
      level,
      counted.map(({ unitId }) => unitId),
      counted.map(({ count }) => count),
    ]);
    return { items, total: counted.reduce((sum, { count }) => sum + count, 0) };
  }
}
