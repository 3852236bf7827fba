import {
  type IndicatorValue,
  problem,
  type ReportFinding,
  type ReportState,
  type ReportValue,
  type SenderKind,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { askPrepared, idFrom, sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { areasIn } from './areas-in.ts';

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
  isUnder: boolean;
  former: ReportValue[] | null;
};

type Sending = {
  periodId: string;
  senderId: string;
  /** Of the sending; null of a draft. */
  id: string | null;
  receivedOn: PlainDate | null;
};

/** Paper comes in office hours: that day, and before its end. */
const momentOf = (day: PlainDate) => `${day}T12:00:00+07:00`;

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
  { periodId, senderId, id, receivedOn }: Sending,
): Promise<SendingContext> {
  const [write, verify] = [areasIn('report.write'), areasIn('report.verify')];
  const reportId = reportIdOf(periodId, senderId);
  const [row] = await askPrepared<Row>(db, statement, [
    ...[periodId, senderId, ...write, reportId, id, receivedOn && momentOf(receivedOn), ...verify],
  ]);
  if (!row) throw problem('reporting-period-not-found', { id: periodId });
  const { sender, unitId, isAsked, isOfProvince, isInside, isUnder, former, ...context } = row;
  const about = { id: senderId, on: context.on, period: context.periodName };
  // Somebody else's is answered as if it were not there (decision 0054).
  if (!sender || !isInside) throw problem('report-not-found', { id: senderId });
  if (!unitId) throw problem('sender-does-not-stand', about);
  if (!isAsked || !isOfProvince) throw problem('sender-not-of-period', { ...about, sender });
  // Who receives the reports of this sender says when one came on paper, never the sender.
  if (receivedOn && !isUnder) throw problem('outside-area', { permission: 'report.verify' });
  return {
    ...context,
    ...{ reportId, sender, unitId },
    former: new Map((former ?? []).map((one) => [one.code, one])),
  };
}
