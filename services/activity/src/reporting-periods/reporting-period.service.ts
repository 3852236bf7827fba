import {
  type getReportingPeriod,
  type listReportingPeriods,
  type openReportingPeriods,
  problem,
  type SenderKind,
} from '@antt/contracts';
import { addYears, type Input, type Output, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Calendars } from '../calendars.ts';
import { assertMayLayDown } from '../laying-down.ts';
import { openPeriods, periodColumns } from './period-opening.ts';

const listText = sql(import.meta.url, './list-reporting-periods.sql').replace(
  '$columns',
  periodColumns,
);

/** Periods that reports are owed for. */
@Injectable()
export class ReportingPeriodService {
  constructor(
    private readonly db: EntityManager,
    private readonly calendars: Calendars,
  ) {}

  async list(
    question: Input<typeof listReportingPeriods>,
  ): Promise<Output<typeof listReportingPeriods>> {
    const { within, kindCode, sender, on, from, to, cursor, limit } = question;
    const rows: (Output<typeof listReportingPeriods>['items'][number] & { total: number })[] =
      await this.db.query(listText, [
        ...[within, on ?? today(), kindCode ?? null, sender ?? null, on ?? null],
        ...[from ?? null, to ?? null, Number(cursor ?? 0), limit],
      ]);
    const items = rows.map(({ total: _, ...item }) => item);
    const total = rows[0]?.total ?? 0;
    const next = Number(cursor ?? 0) + items.length;
    return { items, nextCursor: items.length > 0 && next < total ? String(next) : null, total };
  }

  async get({ id }: Input<typeof getReportingPeriod>): Promise<Output<typeof getReportingPeriod>> {
    const [found] = await this.db.query(
      `select ${periodColumns}, k.name as "kindName", k.senders
         from reporting_period p join report_kind k on k.id = p.kind_id where p.id = $1`,
      [id],
    );
    const absent = problem('reporting-period-not-found', { id });
    if (!found) throw absent;
    const { senders, ...period } = found;
    const counts: { sender: SenderKind; count: number }[] = await this.db.query(
      `select sender, count(*)::int as count from standing_senders($1, $2) group by sender`,
      [period.provinceId, period.to],
    );
    const countOf = new Map(counts.map(({ sender, count }) => [sender, count]));
    const owed = (senders as SenderKind[]).map((sender) => ({
      sender,
      count: sender === 'agency' ? null : (countOf.get(sender) ?? 0),
    }));
    return { ...period, owed };
  }

  async open({
    provinceId,
    kindCode: code,
    from,
    to,
  }: Input<typeof openReportingPeriods>): Promise<Output<typeof openReportingPeriods>> {
    await assertMayLayDown(this.db, provinceId, to);
    if (to < from || to > addYears(from, 3)) {
      throw problem('reporting-periods-of-three-years', { from, to });
    }
    const calendar = (await this.calendars.of([provinceId]))(provinceId);
    const items = await this.db.transaction((tx) =>
      openPeriods(tx, { provinceId, from, to, code }, calendar),
    );
    return { opened: items.length, items };
  }
}
