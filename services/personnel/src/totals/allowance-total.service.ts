import {
  type AllowanceTotal,
  type getAllowanceChange,
  type getAllowanceTotals,
  permissionsOf,
  statesCalculated,
  statesPaid,
  type TotalDimension,
  type VarianceCause,
} from '@antt/contracts';
import {
  addDays,
  daysOf,
  type Input,
  type Output,
  type Period,
  type PlainDate,
  today,
} from '@antt/kernel';
import { currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin, peopleWithinOn } from '../people/person-scope.ts';
import { totalsText } from './totals-statement.rules.ts';

const changeSql =
  sql(import.meta.url, './lines-of-months.sql') +
  sql(import.meta.url, '../payrolls/month-difference.sql') +
  sql(import.meta.url, './change-of-month.sql');

const states = {
  closed: statesPaid,
  open: statesCalculated.filter((state) => !statesPaid.includes(state)),
  all: statesCalculated,
} as const;

type Answer = Output<typeof getAllowanceTotals>;
type Row = AllowanceTotal & { isTotal: boolean };

/** What was or will be paid. Read from the sums written with the lines; by team from the lines themselves. */
@Injectable()
export class AllowanceTotalService {
  constructor(private readonly db: EntityManager) {}

  async totals(
    question: Input<typeof getAllowanceTotals>,
  ): Promise<Output<typeof getAllowanceTotals>> {
    const { from, to, within, level, status, restate = null } = question;
    const by = new Set(question.by.split(',') as TotalDimension[]);
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const on = restate ?? daysOf(to).from;
    const inside = restate
      ? await peopleWithin(this.db, within, restate)
      : await this.inside(within, from, to);
    const values = [daysOf(from).from, daysOf(to).from, scope, inside, [...states[status]]];
    const text = totalsText({
      ...{ by, level, isRestated: restate !== null },
      isWhole: scope === null && inside === null,
    });
    const areas = level === 'area' ? await this.areas(on) : [];
    const rows: Row[] = await this.db.query(text, [...values, restate, JSON.stringify(areas)]);
    const runs: (Answer['runs'][number] & { illustrative: boolean; stamp: string })[] =
      await this.db.query(
        `select p.id, to_char(p.month, 'YYYY-MM') as month, p.state, p.illustrative,
                to_json(p.calculated_at) #>> '{}' as stamp
           from payroll p
          where p.month between $1 and $2 and p.state = any ($5)
            and exists (select from payroll_commune c where c.payroll_id = p.id
                           and ($3::uuid[] is null or c.commune_id = any ($3))
                           and ($4::uuid[] is null or $6::date is not null or c.commune_id = any ($4)))
          order by p.month, p.id`,
        [...values, restate],
      );
    const total = rows.find(({ isTotal }) => isTotal);
    return {
      rows: rows.filter(({ isTotal }) => !isTotal).map(({ isTotal: _, ...row }) => row),
      total: { people: total?.people ?? 0, lines: total?.lines ?? 0, amount: total?.amount ?? 0 },
      runs: runs.map(({ illustrative: _, stamp: __, ...run }) => run),
      version: versionOf(runs),
      illustrative: runs.some(({ illustrative }) => illustrative),
    };
  }

  /** The communes that lay in a unit or an area in any of the months. */
  private async inside(within: string | undefined, from: Period, to: Period) {
    if (!within) return null;
    const months = [from];
    while (months.at(-1)! < to && months.length < 240)
      months.push(daysOf(months.at(-1)!).to.slice(0, 7));
    return peopleWithinOn(
      this.db,
      within,
      months.map((month) => daysOf(month).from),
    );
  }

  /** The areas that the asker holds a role in which reads pay, each with its communes of the day. */
  private async areas(on: PlainDate) {
    const grants = currentPrincipal().grants.filter(({ role }) =>
      permissionsOf[role].includes('payroll.read'),
    );
    const named = new Map(grants.map(({ areaId, areaName }) => [areaId, areaName]));
    return Promise.all(
      [...named].map(async ([id, name]) => ({
        ...{ id, name },
        communes: await peopleWithin(this.db, id, on),
      })),
    );
  }

  /** Without a month: the last one that was paid in the area. */
  async change(
    question: Input<typeof getAllowanceChange>,
  ): Promise<Output<typeof getAllowanceChange>> {
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const month =
      question.month ??
      (await this.lastPaid(scope, await peopleWithin(this.db, question.within, today())));
    if (!month) {
      const none = { amount: 0, amountBefore: 0, people: 0, peopleBefore: 0, serving: 0 };
      return { month: null, before: null, ...none, decided: null, causes: [], illustrative: false };
    }
    const { from, to } = daysOf(month);
    // a commune that ended with the month before was paid in it
    const inside = await this.inside(question.within, addDays(from, -1).slice(0, 7), month);
    const [row]: (Omit<Output<typeof getAllowanceChange>, 'month' | 'causes'> & {
      causes: { cause: VarianceCause; people: number; difference: number }[] | null;
    })[] = await this.db.query(changeSql, [from, to, scope, inside]);
    return { ...row!, month, causes: row!.causes ?? [] };
  }

  private async lastPaid(scope: string[] | null, inside: string[] | null): Promise<Period | null> {
    const [row] = await this.db.query(
      `select to_char(max(p.month), 'YYYY-MM') as month
         from payroll p join payroll_commune c on c.payroll_id = p.id and c.live
        where p.state = any ($3) and ($1::uuid[] is null or c.commune_id = any ($1))
          and ($2::uuid[] is null or c.commune_id = any ($2))`,
      [scope, inside, statesPaid],
    );
    return row?.month ?? null;
  }
}

/** Lines stay as they are from a calculation on: who calculated when, and where it stands, tells the figures. */
function versionOf(runs: readonly { id: string; state: string; stamp: string }[]): string {
  const told = runs.map(({ id, state, stamp }) => `${id} ${state} ${stamp}`).join('\n');
  return createHash('sha256').update(told).digest('hex').slice(0, 12);
}
