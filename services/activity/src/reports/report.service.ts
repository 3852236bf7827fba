import {
  type getReport,
  type listReports,
  problem,
  type ReportingPeriod,
  type ReportRow,
  type ReportValue,
  type ReportVersion,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { periodColumns } from '../reporting-periods/period-opening.ts';
import { reportIdOf } from './sending-context.ts';
import { Sheets } from './sheets.ts';

const listSql = sql(import.meta.url, './list-reports.sql');
const versionsSql = sql(import.meta.url, './versions-of.sql');

type Moment = Date | null;
type Row = Omit<ReportRow, 'firstSentAt' | 'sentAt' | 'resubmitBy'> & {
  id: string | null;
  firstSentAt: Moment;
  sentAt: Moment;
  resubmitBy: Moment;
  draft: ReportValue[] | null;
  acceptedVersion: number | null;
  sortKey: string;
  total: number;
};
type Period = ReportingPeriod & { kindName: string };

/** Reports as they are looked at: the list of a period, and one with all that it says. */
@Injectable()
export class ReportService {
  constructor(
    private readonly db: EntityManager,
    private readonly sheets: Sheets,
  ) {}

  async list(question: Input<typeof listReports>): Promise<Output<typeof listReports>> {
    const { periodId, sender, within, state, timeliness, q, cursor, limit } = question;
    const { to: on } = await this.period(periodId);
    const asked = reach('report.read', within ? { on, within } : { on });
    const rows: Row[] = await this.db.query(listSql, [
      ...[periodId, sender ?? null, asked.scope, asked.within, state ?? null],
      ...[timeliness ?? null, likeness(q), null, cursor ?? null, limit],
    ]);
    return {
      items: rows.map(shown),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async get({ periodId, senderId }: Input<typeof getReport>): Promise<Output<typeof getReport>> {
    const period = await this.period(periodId);
    const { scope } = reach('report.read', { on: period.to });
    const [row]: Row[] = await this.db.query(listSql, [
      ...[periodId, null, scope, null, null, null, null, senderId, null, 1],
    ]);
    if (!row) throw problem('report-not-found', { id: senderId });
    const { sender, draft, acceptedVersion } = row;
    const { provinceId, to: on, kindCode } = period;
    const place = { periodId, sender, provinceId, on, formId: null };
    const sheet = await this.sheets.of(this.db, place);
    if (!sheet) throw problem('form-not-found', { code: kindCode, on, sender });
    const versions: ReportVersion[] = await this.db.query(versionsSql, [
      reportIdOf(periodId, senderId),
    ]);
    return {
      ...shown(row),
      ...{ period, form: sheet.form, indicators: [...sheet.indicators.values()] },
      ...{ draft, acceptedVersion, versions },
      former: await this.former(period, senderId),
    };
  }

  /** What stood of the period before: accepted, or as sent where nothing is accepted yet. */
  private async former({ provinceId, kindCode, from }: Period, senderId: string) {
    const [found]: { name: string; values: ReportValue[] }[] = await this.db.query(
      `select last.name, json_agg(json_build_object('code', n.code, 'numerator', n.numerator,
                'denominator', n.denominator, 'noCase', n.no_case) order by n.code) as values
         from (select id, name from reporting_period
                where province_id = $1 and kind_code = $2 and to_on < $3
                order by to_on desc limit 1) last
         join report b on b.period_id = last.id and b.sender_id = $4
         join report_value n on n.report_version_id = coalesce(b.accepted_version_id, b.version_id)
        group by last.name`,
      [provinceId, kindCode, from, senderId],
    );
    return found ?? null;
  }

  /** A period by its id, with how its kind is called. */
  async period(id: string): Promise<Period> {
    const [found]: Period[] = await this.db.query(
      `select ${periodColumns}, k.name as "kindName"
         from reporting_period p join report_kind k on k.id = p.kind_id where p.id = $1`,
      [id],
    );
    if (!found) throw problem('reporting-period-not-found', { id });
    return found;
  }
}

const momentOf = (moment: Moment) => moment?.toISOString() ?? null;
const likeness = (q: string | undefined) => (q ? q.replaceAll(/[%_\\]/g, '\\$&') : null);

function shown({
  draft: _,
  acceptedVersion: __,
  sortKey: ___,
  total: ____,
  ...row
}: Row): ReportRow {
  return {
    ...row,
    id: row.id ?? reportIdOf(row.periodId, row.senderId),
    firstSentAt: momentOf(row.firstSentAt),
    sentAt: momentOf(row.sentAt),
    resubmitBy: momentOf(row.resubmitBy),
  };
}
