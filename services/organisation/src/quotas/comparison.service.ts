import { type compareQuotas, problem } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { InstrumentEntity } from '../instruments/instrument.entity.ts';
import { compared, type JoinedUnit, type SideRow, type Step, totalOf } from './comparison.rules.ts';

const sideSql = sql(import.meta.url, './comparison-side.sql');
const stepsSql = sql(import.meta.url, './comparison-steps.sql');
const unitsSql = sql(import.meta.url, './comparison-units.sql');

type Side = { on: string; instrument: { id: string; number: string } | null; rows: SideRow[] };

/** Two decisions or two days side by side. */
@Injectable()
export class ComparisonService {
  constructor(private readonly db: EntityManager) {}

  async compare(question: Input<typeof compareQuotas>): Promise<Output<typeof compareQuotas>> {
    const { within } = question;
    const [from, to] = await Promise.all([
      this.side(question.from, within),
      this.side(question.to, within),
    ]);
    const [first, last] = [from.on, to.on].sort();
    const steps: Step[] = await this.db.query(stepsSql, [first, last]);
    const joined = [
      ...new Set(steps.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId])),
    ];
    const [before, after] = await Promise.all([
      this.unitsOf(from, joined, within),
      this.unitsOf(to, joined, within),
    ]);
    const named = ({ on, instrument, rows }: Side) => ({ on, instrument, total: totalOf(rows) });
    const items = compared(from.rows, to.rows, steps, { before, after });
    return { from: named(from), to: named(to), items };
  }

  /** Of a decision; on a day, a commune without a quota has none and nothing is left unsaid. */
  private async unitsOf(
    { on, instrument }: Side,
    joined: string[],
    within: string | undefined,
  ): Promise<JoinedUnit[]> {
    if (!instrument || joined.length === 0) return [];
    const roots = reach('quota.read', { on, within });
    return this.db.query(unitsSql, [joined, on, roots.scope, roots.within]);
  }

  private async side(asked: string, within: string | undefined): Promise<Side> {
    const byDay = /^\d{4}-\d{2}-\d{2}$/.test(asked);
    const document = byDay ? null : await this.db.findOneBy(InstrumentEntity, { id: asked });
    if (!byDay && !document) throw problem('instrument-not-found', { id: asked });
    const on = document ? document.effectiveFrom : asked;
    const roots = reach('quota.read', { on, within });
    const rows: SideRow[] = await this.db.query(sideSql, [
      on,
      document?.id ?? null,
      roots.scope,
      roots.within,
    ]);
    const instrument = document && { id: document.id, number: document.number };
    return { on, instrument, rows };
  }
}
