import type {
  CompletenessRow,
  listCompleteness,
  listReportTotals,
  ReportCounts,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { indicatorsOf } from '../indicators/indicators-of.ts';

const owing = sql(import.meta.url, './owing.sql');
const completenessSql = owing + sql(import.meta.url, './completeness.sql');
const totalsSql = owing + sql(import.meta.url, './totals.sql');

type Totals = Output<typeof listReportTotals>;
type Question = Omit<Input<typeof listReportTotals>, 'codes'>;

/**
 * What the reports of a period come to by unit. Counted when asked, from who stands in the tree of that day and from the
 * reports themselves: there is no sum that could drift from them.
 */
@Injectable()
export class CompletenessService {
  constructor(private readonly db: EntityManager) {}

  async completeness({
    limit,
    ...question
  }: Input<typeof listCompleteness>): Promise<Output<typeof listCompleteness>> {
    const rows = await this.db.transaction<CompletenessRow[]>(async (tx) => {
      // The planner takes a country's senders, found by climbing the tree, for a handful and would sort them.
      await tx.query('set local enable_sort = off');
      return tx.query(completenessSql, askedOf(question));
    });
    const whole = rows.reduce(plus, nothing);
    return { items: rows.slice(0, limit), nextCursor: null, total: rows.length, whole };
  }

  async totals({ codes, ...question }: Input<typeof listReportTotals>): Promise<Totals> {
    const { on, within } = question;
    const wanted = codes ? new Set(codes.split(',')) : null;
    const definitions = (await indicatorsOf(this.db, { on, within: await this.unitOf(within, on) }))
      .filter(({ code }) => !wanted || wanted.has(code))
      .filter((one, n, all) => all.findIndex(({ code }) => code === one.code) === n)
      .map(({ code, shape, aggregation }) => ({ code, shape, aggregation }));
    const items: Totals['items'] = await this.db.query(totalsSql, [
      ...askedOf(question),
      JSON.stringify(definitions),
    ]);
    return { items, nextCursor: null, total: items.length };
  }

  /** `within` may name an area; indicators are a province's. */
  private async unitOf(within: string | undefined, on: PlainDate): Promise<string | undefined> {
    const [unit] = reach('report.read', within ? { on, within } : { on }).within ?? [];
    return unit;
  }
}

function askedOf({ kindCode, sender, on, within, level }: Question): unknown[] {
  const asked = reach('report.read', within ? { on, within } : { on });
  return [kindCode, sender, on, asked.scope, asked.within, level];
}

const nothing: ReportCounts = {
  ...{ owed: 0, missing: 0, submitted: 0, returned: 0, verified: 0, accepted: 0 },
  ...{ inTime: 0, late: 0, changedSinceAcceptance: 0 },
};

function plus(sum: ReportCounts, row: ReportCounts): ReportCounts {
  const keys = Object.keys(nothing) as (keyof ReportCounts)[];
  return Object.fromEntries(keys.map((key) => [key, sum[key] + row[key]])) as ReportCounts;
}
