import { type compareQuotas, problem } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { InstrumentEntity } from '../instruments/instrument.entity.ts';
import { reach } from '../scope.ts';
import { compared, type SideRow, type Step, totalOf } from './comparison.rules.ts';

const sideSql = sql(import.meta.url, './comparison-side.sql');

const stepsSql = sql(import.meta.url, './comparison-steps.sql');

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
    const named = ({ on, instrument, rows }: Side) => ({ on, instrument, total: totalOf(rows) });
    return { from: named(from), to: named(to), items: compared(from.rows, to.rows, steps) };
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
