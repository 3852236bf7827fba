import {
  type IndicatorValue,
  problem,
  type ReportFinding,
  type ReportState,
  type ReportValue,
  type SenderKind,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { areasOf, askPrepared, idFrom, sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const statement = { name: 'sending context', text: sql(import.meta.url, './sending-context.sql') };

/** What was sent before under the same id. */
export type KnownVersion = {
  periodId: string;
  senderId: string;
  version: number;
  sentAt: string;
  late: boolean;
  reason: string;
  warnings: ReportFinding[];
  values: ReportValue[] | null;
};

export type SendingContext = {
  reportId: string;
  provinceId: string;
  kindCode: string;
  periodName: string;
  from: PlainDate;
  on: PlainDate;
  dueOn: PlainDate;
  now: Date;
  late: boolean;
  closed: boolean;
  sender: SenderKind;
  unitId: string;
  state: Exclude<ReportState, 'missing' | 'locked'> | null;
  version: number;
  wasAccepted: boolean;
  isOverdue: boolean;
  known: KnownVersion | null;
  former: ReadonlyMap<string, IndicatorValue>;
  formId: string | null;
};

type Row = Omit<SendingContext, 'reportId' | 'sender' | 'unitId' | 'former'> & {
  sender: SenderKind | null;
  unitId: string | null;
  isAsked: boolean;
  isOfProvince: boolean;
  isInside: boolean;
  former: ReportValue[] | null;
};

/** The report of a sender in a period has one id, whoever sends it from wherever. */
export function reportIdOf(periodId: string, senderId: string): string {
  return idFrom(`report ${periodId} ${senderId}`);
}

/**
 * Everything that sending a report is decided by, in one question. Refuses who may not report for this sender, and a sender
 * that owes nothing in this period: of another province, of another kind, or not standing any more (reporting BR-42).
 */
export async function sendingContext(
  db: EntityManager,
  { periodId, senderId, id }: { periodId: string; senderId: string; id: string | null },
): Promise<SendingContext> {
  const areas = areasOf('report.write');
  const reportId = reportIdOf(periodId, senderId);
  const [row] = await askPrepared<Row>(db, statement, [
    ...[periodId, senderId, areas?.map(({ unitId }) => unitId) ?? null],
    ...[areas?.map(({ from }) => from) ?? null, areas?.map(({ to }) => to) ?? null, reportId, id],
  ]);
  if (!row) throw problem('reporting-period-not-found', { id: periodId });
  const { sender, unitId, isAsked, isOfProvince, isInside, former, ...context } = row;
  const about = { id: senderId, on: context.on, period: context.periodName };
  // Somebody else's is answered as if it were not there (decision 0054).
  if (!sender || !isInside) throw problem('report-not-found', { id: senderId });
  if (!unitId) throw problem('sender-does-not-stand', about);
  if (!isAsked || !isOfProvince) throw problem('sender-not-of-period', { ...about, sender });
  return {
    ...context,
    ...{ reportId, sender, unitId },
    former: new Map((former ?? []).map((one) => [one.code, one])),
  };
}
