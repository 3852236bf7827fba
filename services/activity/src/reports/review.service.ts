import {
  type acceptReports,
  type Permission,
  problem,
  reportAccepted,
  reportReturned,
  type ReportState,
  reportVerified,
  type returnReport,
  type SenderKind,
  type verifyReports,
} from '@antt/contracts';
import { addWorkingDays, type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { currentPrincipal, publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Calendars } from '../calendars.ts';
import { endOf } from '../report-kinds/term.rules.ts';
import { areasIn } from './areas-in.ts';

const lockSql = sql(import.meta.url, './review.sql');

type Seen = { id: string; version: number };
type Judged = Seen & {
  periodId: string;
  sender: SenderKind;
  senderId: string;
  state: Exclude<ReportState, 'missing' | 'locked'>;
  versionId: string;
  acceptedVersionId: string | null;
  sentBy: string;
  returnReason: string | null;
  resubmitBy: Date | null;
  provinceId: string;
  dueOn: PlainDate;
  resubmissionDays: number;
  closed: boolean;
};
type Row = Judged & { isInside: boolean; isUnder: boolean };

/** Steps of who receives reports: whoever answers for what lies over the sender (reporting §4.3). */
@Injectable()
export class ReviewService {
  constructor(
    private readonly db: EntityManager,
    private readonly calendars: Calendars,
  ) {}

  verify({ reports }: Input<typeof verifyReports>): Promise<Output<typeof verifyReports>> {
    return this.step('report.verify', reports, 'verified', async (tx, report) => {
      if (report.state !== 'submitted') throw notOpen(report, 'verify');
      await tx.query(`update report set state = 'verified' where id = $1`, [report.id]);
      await tx.query(
        `update report_version set verified_at = now(), verified_by_name = $2 where id = $1`,
        [report.versionId, currentPrincipal().username],
      );
      await publish(tx, reportVerified, toldOf(report));
    });
  }

  accept({ reports }: Input<typeof acceptReports>): Promise<Output<typeof acceptReports>> {
    return this.step('report.accept', reports, 'accepted', async (tx, report) => {
      if (report.state !== 'verified') throw notOpen(report, 'accept');
      // What was accepted before stays among the versions; sums that used it are told to have changed (BR-40).
      await tx.query(
        `update report set state = 'accepted', accepted_version_id = version_id,
                recounted_at = case when accepted_version_id is not null and $2 then now()
                                    else recounted_at end
          where id = $1`,
        [report.id, report.closed],
      );
      await tx.query(
        `update report_version set accepted_at = now(), accepted_by_name = $2 where id = $1`,
        [report.versionId, currentPrincipal().username],
      );
      await publish(tx, reportAccepted, toldOf(report));
    });
  }

  async return({
    reason,
    ...seen
  }: Input<typeof returnReport>): Promise<Output<typeof returnReport>> {
    // Before the transaction: another service answers.
    const calendarOf = await this.calendars.of(await this.provincesOf(seen.id));
    return this.db.transaction(async (tx) => {
      const [report] = await this.locked(tx, 'report.verify', [seen]);
      const { id, versionId, version } = report!;
      if (report!.state === 'returned' && report!.returnReason === reason) {
        return { id, version, state: 'returned', resubmitBy: report!.resubmitBy!.toISOString() };
      }
      if (report!.state === 'accepted' && report!.closed) throw problem('report-is-locked', { id });
      if (!['submitted', 'verified', 'accepted'].includes(report!.state)) {
        throw notOpen(report!, 'return');
      }
      const { provinceId, resubmissionDays, dueOn } = report!;
      const again = addWorkingDays(today(), resubmissionDays, calendarOf(provinceId));
      // Nobody is hurried more than who has not reported yet.
      const lastDay = again > dueOn ? again : dueOn;
      const resubmitBy = endOf(lastDay);
      // An acceptance that was given by mistake counts no more; an earlier accepted version does.
      await tx.query(
        `update report set state = 'returned', resubmit_by = $2, returns = returns + 1,
                accepted_version_id = nullif(accepted_version_id, version_id)
          where id = $1`,
        [id, resubmitBy],
      );
      await tx.query(
        `update report_version set returned_at = now(), returned_by_name = $2, return_reason = $3
          where id = $1`,
        [versionId, currentPrincipal().username, reason],
      );
      await publish(tx, reportReturned, { ...toldOf(report!), reason, resubmitBy: lastDay });
      return { id, version, state: 'returned', resubmitBy: new Date(resubmitBy).toISOString() };
    });
  }

  /** All or none; the same step once more is answered as if it were done now. */
  private step(
    permission: Permission,
    seen: Seen[],
    to: 'verified' | 'accepted',
    act: (tx: EntityManager, report: Judged) => Promise<void>,
  ): Promise<Output<typeof verifyReports>> {
    return this.db.transaction(async (tx) => {
      const reports = await this.locked(tx, permission, seen);
      for (const report of reports) if (report.state !== to) await act(tx, report);
      const items = reports.map(({ id, version, closed }) => {
        const state = to === 'accepted' && closed ? ('locked' as const) : to;
        return { id, version, state };
      });
      return { items };
    });
  }

  private async locked(tx: EntityManager, permission: Permission, seen: Seen[]): Promise<Judged[]> {
    const ids = seen.map(({ id }) => id);
    const rows: Row[] = await tx.query(lockSql, [ids, ...areasIn(permission)]);
    const versionOf = new Map(seen.map(({ id, version }) => [id, version]));
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const id of ids) {
      const row = found.get(id);
      if (!row || !(row.isInside || row.isUnder)) throw problem('report-not-found', { id });
      if (!row.isUnder) throw problem('outside-area', { permission, id });
      if (row.version !== versionOf.get(id)) {
        const { version } = row;
        throw problem('report-has-another-version', { id, version, follows: versionOf.get(id) });
      }
      if (row.sentBy === currentPrincipal().accountId) {
        throw problem('report-is-reviewed-by-another', { id });
      }
    }
    return rows;
  }

  private async provincesOf(id: string): Promise<string[]> {
    const rows: { id: string }[] = await this.db.query(
      `select p.province_id as id from report r join reporting_period p on p.id = r.period_id where r.id = $1`,
      [id],
    );
    return rows.map((row) => row.id);
  }
}

function toldOf({ id, periodId, sender, senderId, version, versionId }: Judged) {
  return { id, periodId, sender, senderId, version, versionId };
}

function notOpen({ id, state }: Pick<Judged, 'id' | 'state'>, step: string) {
  return problem('report-step-not-open', { id, state, step });
}
