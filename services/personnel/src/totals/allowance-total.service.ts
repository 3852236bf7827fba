import {
  type AllowanceTotal,
  type getAllowanceChange,
  type getAllowanceTotals,
  type TotalDimension,
  type VarianceCause,
} from '@antt/contracts';
import { daysOf, type Input, type Output, type Period, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { totalsText } from './totals-statement.rules.ts';

const changeSql = sql(import.meta.url, './change-of-month.sql');

const states = {
  closed: ['paid', 'closed'],
  open: ['calculated', 'submitted', 'approved'],
  all: ['calculated', 'submitted', 'approved', 'paid', 'closed'],
} as const;

type Row = AllowanceTotal & { isTotal: boolean };

/** What was or will be paid. Read from the sums written with the lines; by team from the lines themselves. */
@Injectable()
export class AllowanceTotalService {
  constructor(private readonly db: EntityManager) {}

  async totals(
    question: Input<typeof getAllowanceTotals>,
  ): Promise<Output<typeof getAllowanceTotals>> {
    const { from, to, within, level, status } = question;
    const by = new Set(question.by.split(',') as TotalDimension[]);
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const inside = await peopleWithin(this.db, within, daysOf(to).from);
    const values = [daysOf(from).from, daysOf(to).from, scope, inside, [...states[status]]];
    const rows: Row[] = await this.db.query(totalsText(by, level), values);
    const runs: { id: string; month: Period; state: string; illustrative: boolean }[] =
      await this.db.query(
        `select p.id, to_char(p.month, 'YYYY-MM') as month, p.state, p.illustrative
           from payroll p
          where p.month between $1 and $2 and p.state = any ($5)
            and exists (select from payroll_commune c where c.payroll_id = p.id
                           and ($3::uuid[] is null or c.commune_id = any ($3))
                           and ($4::uuid[] is null or c.commune_id = any ($4)))
          order by p.month, p.id`,
        values,
      );
    const total = rows.find(({ isTotal }) => isTotal);
    return {
      rows: rows.filter(({ isTotal }) => !isTotal).map(({ isTotal: _, ...row }) => row),
      total: { people: total?.people ?? 0, lines: total?.lines ?? 0, amount: total?.amount ?? 0 },
      runs: runs.map(({ illustrative: _, ...run }) => run),
      illustrative: runs.some(({ illustrative }) => illustrative),
    };
  }

  /** Without a month: the last one that was paid in the area. */
  async change(
    question: Input<typeof getAllowanceChange>,
  ): Promise<Output<typeof getAllowanceChange>> {
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const inside = await peopleWithin(this.db, question.within, today());
    const month = question.month ?? (await this.lastPaid(scope, inside));
    if (!month) {
      const none = { amount: 0, amountBefore: 0, people: 0, peopleBefore: 0, serving: 0 };
      return { month: null, before: null, ...none, decided: null, causes: [], illustrative: false };
    }
    const { from, to } = daysOf(month);
    const [row]: (Omit<Output<typeof getAllowanceChange>, 'month' | 'causes'> & {
      causes: { cause: VarianceCause; people: number; difference: number }[] | null;
    })[] = await this.db.query(changeSql, [from, to, scope, inside]);
    return { ...row!, month, causes: row!.causes ?? [] };
  }

  private async lastPaid(scope: string[] | null, inside: string[] | null): Promise<Period | null> {
    const [row] = await this.db.query(
      `select to_char(max(p.month), 'YYYY-MM') as month
         from payroll p join payroll_commune c on c.payroll_id = p.id and c.live
        where p.state in ('paid', 'closed') and ($1::uuid[] is null or c.commune_id = any ($1))
          and ($2::uuid[] is null or c.commune_id = any ($2))`,
      [scope, inside],
    );
    return row?.month ?? null;
  }
}
