import type { getReport, ReportValue } from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { newId } from '../../new-id.ts';
import { entryKey, type EntryOf } from '../../outbox/entry.ts';
import { indicatorName } from './finding-text.ts';
import { valueText } from './value-text.ts';

type Report = Output<typeof getReport>;
export type ReportEntry = EntryOf<'report'>;

/**
 * What is filled in on this device and not sent yet. The id is of the sending to come: whatever sends it, now or after a
 * time without a connection, sends it once.
 */
export type Draft = {
  id: string;
  follows: number;
  values: ReportValue[];
  reason: string;
  confirmed: boolean;
  receivedOn: PlainDate | null;
};

type Place = Pick<Report, 'periodId' | 'senderId'>;
export const reportKey = (accountId: string, { periodId, senderId }: Place) =>
  entryKey(accountId, 'report', `${periodId} ${senderId}`);

type Beginning = {
  draft: Draft;
  /** Another version came while this was being written: it is kept, and follows that one from now on. */
  isOvertaken: boolean;
  /** Said before, and asked by the form no more: left out, or it could never be sent. */
  dropped: string[];
};

/** What this device kept goes before everything; else what the server kept; else what was sent last. */
export function beginning(report: Report, kept: ReportEntry | undefined): Beginning {
  const items = report.form.document.groups.flatMap((group) => group.items);
  const asked = new Set(items.map(({ code }) => code));
  const said = kept
    ? (kept.command.values as ReportValue[])
    : (report.draft ?? report.versions[0]?.values ?? []);
  const values = said.filter(({ code }) => asked.has(code));
  const dropped = said.filter(({ code }) => !asked.has(code)).map(({ code }) => code);
  if (kept) {
    const { id = newId(), follows = 0, reason = '', receivedOn = null } = kept.command;
    const isOvertaken = follows !== report.version;
    // Under the same id it would be told apart from what was sent under it.
    const known =
      isOvertaken || dropped.length > 0
        ? { id: newId(), follows: report.version }
        : { id, follows };
    const draft = { ...known, values, reason, confirmed: false, receivedOn };
    return { draft, isOvertaken, dropped };
  }
  const first = { values, reason: '', confirmed: false, receivedOn: null };
  return {
    draft: { id: newId(), follows: report.version, ...first },
    ...{ isOvertaken: false, dropped },
  };
}

/** A draft as the queue of the device keeps it, with what it says in words. */
export function entryOf(
  intl: IntlShape,
  report: Report,
  draft: Draft,
  { accountId, before }: { accountId: string; before: ReportEntry | undefined },
): ReportEntry {
  const { periodId, senderId, indicators, period } = report;
  const now = new Date().toISOString();
  const said = new Map(draft.values.map((one) => [one.code, one]));
  return {
    kind: 'report',
    key: reportKey(accountId, report),
    ...{ accountId, state: 'draft', problem: null, attempts: 0 },
    title: report.name,
    note: `${period.kindName} · ${period.name}`,
    lines: indicators
      .filter(({ code }) => said.has(code))
      .map((one) => ({
        label: indicatorName(intl, one),
        value: valueText(intl, one, said.get(one.code)),
      })),
    ...{ madeAt: before?.madeAt ?? now, changedAt: now },
    command: { ...draft, periodId, senderId },
  };
}
