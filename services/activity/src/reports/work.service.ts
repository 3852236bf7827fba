import { type getReportWork, type ReportWorkEntry, reportWorkRights } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { areasIn } from './areas-in.ts';

const workSql = sql(import.meta.url, './work.sql');

type Row = Omit<ReportWorkEntry, 'closedBy' | 'mine'>;

/** Reminders of reports, counted where the asker may do something about them. */
@Injectable()
export class WorkService {
  constructor(private readonly db: EntityManager) {}

  async count({ on, within }: Input<typeof getReportWork>): Promise<Output<typeof getReportWork>> {
    const asked = within ? reach('report.read', { on, within }).within : null;
    const rows: Row[] = await this.db.query(workSql, [
      ...[on, ...areasIn('report.write'), ...areasIn('report.verify')],
      ...[...areasIn('report.accept'), asked],
    ]);
    const entries = rows.map((row) => {
      const { closedBy } = reportWorkRights[row.kind];
      return { ...row, closedBy, mine: true };
    });
    return { entries };
  }
}
