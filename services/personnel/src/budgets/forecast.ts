import { type PayFund, type PayItem, statesSentOn } from '@antt/contracts';
import { type Period, type PlainDate, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { payQuestion, policiesOf } from '../payrolls/pay-question.ts';
import { payTables } from '../payrolls/pay-statement.rules.ts';
import { daysNamed, movesWithTime } from './steady.rules.ts';

const lastKnownDaySql = sql(import.meta.url, './last-known-day.sql');
const unsentSql = sql(import.meta.url, './unsent-months.sql');
const usualDutySql = sql(import.meta.url, './usual-duty.sql');

export type Ahead = { communeId: string; item: PayItem; source: PayFund; amount: number };
type Owed = Ahead & { duty: boolean };
/** What a month costs, as it was seen; good until something is noted that money depends on. */
type Kept = { snapshot: string; owed: Owed[]; illustrative: boolean };
/** Months that are kept: a year of a few areas. */
const most = 60;

/** What the months of a year that no run was sent on for will cost: by the statement that pays, nothing is written. */
@Injectable()
export class Forecast {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly db: EntityManager) {}

  async ofYear(
    year: number,
    seen: string[] | null,
    asked: string[] | null,
  ): Promise<{ months: Period[]; ahead: Ahead[]; illustrative: boolean }> {
    const month = today().slice(0, 7);
    // A year that is over is what it was.
    if (year < Number(month.slice(0, 4))) return { months: [], ahead: [], illustrative: false };
    const open: { month: Period; communes: string[] }[] = await this.db.query(unsentSql, [
      ...[`${year}-01-01`, `${year + 1}-01-01`, seen, asked, statesSentOn],
    ]);
    const ahead: Ahead[] = [];
    let illustrative = false;
    const settled = await this.settledFrom(year, open);
    const alike = new Map<string, Kept>();
    for (const { month: each, communes } of open) {
      const isToCome = each > month;
      // What was served in a month that is over, or has begun, is of that month alone.
      const isSettled = isToCome && settled !== null && `${each}-01` >= settled;
      const key = communes.join();
      const cost = (isSettled && alike.get(key)) || (await this.ofMonth(each, communes));
      if (isSettled) alike.set(key, cost);
      illustrative ||= cost.illustrative;
      // Duty of a month to come is not served yet: it will cost what it usually costs.
      ahead.push(...cost.owed.filter(({ duty }) => !duty || !isToCome));
      if (!isToCome) continue;
      const usual = [communes, `${month}-01`, statesSentOn];
      ahead.push(...(await this.db.query(usualDutySql, usual)));
    }
    return { months: open.map((one) => one.month), ahead, illustrative };
  }

  /** From this day on nothing is known to change to the end of the year: one month costs what the next does. */
  private async settledFrom(
    year: number,
    open: readonly { month: Period; communes: string[] }[],
  ): Promise<PlainDate | null> {
    const [first] = open;
    if (!first) return null;
    const [from, to] = [`${first.month}-01`, `${year + 1}-01-01`];
    const communes = [...new Set(open.flatMap((one) => one.communes))];
    const documents = (await policiesOf(this.db, from, to, communes)).map((one) => one.document);
    if (documents.some(movesWithTime)) return null;
    const [{ day }] = await this.db.query(lastKnownDaySql, [from, to]);
    const named = documents.flatMap(daysNamed).filter((one) => one < to);
    return [from, day ?? from, ...named].toSorted().at(-1)!;
  }

  private async ofMonth(month: Period, communes: string[]): Promise<Kept> {
    const key = `${month} ${communes.join()}`;
    const known = this.kept.get(key);
    if (known && !(await this.hasNews(known.snapshot))) return known;
    const fresh = await this.db.transaction('REPEATABLE READ', (tx) => owedOf(tx, month, communes));
    this.kept.delete(key);
    this.kept.set(key, fresh);
    const [oldest] = this.kept.keys();
    if (this.kept.size > most) this.kept.delete(oldest!);
    return fresh;
  }

  private async hasNews(snapshot: string): Promise<boolean> {
    const [{ news }] = await this.db.query(
      `select exists (select from pay_change
                       where xid >= pg_snapshot_xmin($1::pg_snapshot)
                         and not pg_visible_in_snapshot(xid, $1::pg_snapshot)) as news`,
      [snapshot],
    );
    return news;
  }
}

async function owedOf(tx: EntityManager, month: Period, communes: string[]): Promise<Kept> {
  const [{ snapshot }] = await tx.query('select pg_current_snapshot()::text as snapshot');
  const question = await payQuestion(tx, month, communes, null);
  const { text, parameters } = payTables(question);
  const owed: Owed[] = await tx.query(
    `${text}
     select commune_id as "communeId", item, fund as source, is_duty(item) as duty, sum(amount)::bigint as amount
       from pay group by commune_id, item, fund having sum(amount) <> 0`,
    parameters.values,
  );
  const illustrative =
    owed.length > 0 &&
    question.policies.some(({ document }) => document.certainty === 'illustrative');
  return { snapshot, owed, illustrative };
}
