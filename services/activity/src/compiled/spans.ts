import {
  type CompiledPeriod,
  type CompiledQuestion,
  type CompiledSpan,
  problem,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { roundBy, roundsOf } from '../campaigns/campaigns-of.ts';
import { type Round, periodSpan, roundSpan, type Spanned, yearSpan } from './span.rules.ts';

const leastDaysSql = sql(import.meta.url, './least-days.sql');

/** What is asked about: of which days, and of which units on the last of them. */
export type Asked = { span: CompiledSpan; on: PlainDate };

/** The day on which the units of the question are looked at: its last one, or today where that is to come. */
export async function askedOf(db: EntityManager, question: CompiledQuestion): Promise<Asked> {
  const { periodId, year, roundId } = question;
  if (periodId) {
    const [period]: { on: PlainDate }[] = await db.query(
      `select to_on as "on" from reporting_period where id = $1 and kind_code = $2`,
      [periodId, question.kindCode],
    );
    if (!period) throw problem('reporting-period-not-found', { id: periodId });
    return { span: 'period', on: period.on };
  }
  if (roundId) return { span: 'round', on: earlier((await roundBy(db, roundId)).to) };
  return { span: 'year', on: earlier(`${year}-12-31`) };
}

const earlier = (day: PlainDate) => (day < today() ? day : today());

/** The periods of the question in a province, and those it is compared with; null where none is over. */
export async function spanOf(
  db: EntityManager,
  { kindCode, periodId, year, roundId }: CompiledQuestion,
  provinceId: string | null,
): Promise<Spanned | null> {
  const all: CompiledPeriod[] = await db.query(
    `select id, name, from_on as "from", to_on as "to" from reporting_period
      where province_id = $1 and kind_code = $2 order by to_on`,
    [provinceId, kindCode],
  );
  if (periodId) return periodSpan(all, periodId);
  if (year) return yearSpan(all, year, today());
  const { campaignId } = await roundBy(db, roundId!);
  const rounds: Round[] = await roundsOf(db, [campaignId]);
  const [row]: { days: number }[] = await db.query(leastDaysSql, [roundId]);
  return roundSpan(all, rounds, roundId!, { leastDays: row!.days, today: today() });
}
