import {
  type BudgetComparison,
  BudgetGroup,
  budgetGroups,
  type getBudgetComparison,
  groupOfItem,
  statesPaid,
  statesSentOn,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, sum, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { type Ahead, Forecast } from './forecast.ts';

const comparisonSql = sql(import.meta.url, './comparison.sql');

type Row = Omit<BudgetComparison, 'remaining' | 'shortfall' | 'extra'> & { asked: number };
const figures = [
  ...(['allocated', 'committed', 'paid', 'forecast'] as const),
  ...(['remaining', 'shortfall', 'extra'] as const),
] as const;

/** Rows of a year, told by who holds the money. */
export function comparisonRows(
  db: EntityManager,
  year: number,
  { seen, asked }: Record<'seen' | 'asked', string[] | null>,
  { ahead = [], payrollId = null }: { ahead?: readonly Ahead[]; payrollId?: string | null },
): Promise<Row[]> {
  const days = [`${year}-01-01`, `${year + 1}-01-01`];
  const costs = ahead.map(({ communeId, ...one }) => ({ ...one, commune_id: communeId }));
  return db.query(comparisonSql, [
    ...[year, ...days, seen, asked, JSON.stringify(groupOfItem)],
    ...[JSON.stringify(costs), payrollId, statesSentOn, statesPaid],
  ]);
}

/** What units were given beside what is committed, paid, and forecast to the end of the year. */
@Injectable()
export class BudgetComparisonService {
  constructor(
    private readonly db: EntityManager,
    private readonly forecast: Forecast,
  ) {}

  async compare(
    question: Input<typeof getBudgetComparison>,
  ): Promise<Output<typeof getBudgetComparison>> {
    const { year, within, fund, cursor, limit } = question;
    const seen = await inYear(year, (on) => peopleScope(this.db, 'budget.read', on));
    const asked = await inYear(year, (on) => peopleWithin(this.db, within, on));
    const { months, ahead, illustrative } = await this.forecast.ofYear(year, seen, asked);
    const rows = (await comparisonRows(this.db, year, { seen, asked }, { ahead }))
      .filter((row) => fund === undefined || row.fund === fund)
      .map(figured);
    const start = Number(cursor ?? 0);
    const items = rows.slice(start, start + limit);
    const next = start + items.length;
    return {
      items,
      nextCursor: next < rows.length ? String(next) : null,
      total: rows.length,
      sums: sumsOf(rows),
      months,
      illustrative: illustrative || (await this.hasIllustrativeRun(year, seen, asked)),
    };
  }

  private async hasIllustrativeRun(
    year: number,
    seen: string[] | null,
    asked: string[] | null,
  ): Promise<boolean> {
    const [{ found }] = await this.db.query(
      `select exists (
         select from payroll p join payroll_commune c on c.payroll_id = p.id and c.live
          where p.month >= make_date($1, 1, 1) and p.month < make_date($1 + 1, 1, 1) and p.illustrative
            and p.state = any ($4)
            and ($2::uuid[] is null or c.commune_id = any ($2))
            and ($3::uuid[] is null or c.commune_id = any ($3))) as found`,
      [year, seen, asked, statesSentOn],
    );
    return found;
  }
}

/** Units of a year: what ended or began within it has its part in the money of the unit above. */
async function inYear(
  year: number,
  unitsOn: (day: PlainDate) => Promise<string[] | null>,
): Promise<string[] | null> {
  const last = `${year}-12-31`;
  const days = [`${year}-01-01`, today() < last ? today() : last];
  const [former, latter] = [await unitsOn(days[0]!), await unitsOn(days[1]!)];
  return former === null || latter === null ? null : [...new Set([...former, ...latter])].sort();
}

/** Who is paid from above has neither a rest nor a shortfall of their own; where nothing was given nothing is left. */
function figured({ asked: _, ...row }: Row): BudgetComparison {
  if (row.held === 'above') return { ...row, remaining: 0, shortfall: 0, extra: 0 };
  const extra = row.forecast - row.allocated;
  const remaining = row.held === 'own' ? row.allocated - row.committed - row.paid : 0;
  return { ...row, remaining, extra, shortfall: Math.max(0, extra) };
}

function sumsOf(rows: readonly BudgetComparison[]): Output<typeof getBudgetComparison>['sums'] {
  return BudgetGroup.options.flatMap((group) => {
    const some = rows.filter((row) => row.group === group);
    if (some.length === 0) return [];
    const entries = figures.map((name) => [name, sum(some.map((row) => row[name]))]);
    const sums = Object.fromEntries(entries) as Record<(typeof figures)[number], number>;
    return [{ fund: budgetGroups[group].fund, group, ...sums }];
  });
}
