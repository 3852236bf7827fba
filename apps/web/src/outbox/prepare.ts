import {
  getReport,
  listIncidentKinds,
  listReportingPeriods,
  listReports,
  listTeams,
  type Me,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { ask } from './keeping.ts';
import { periodsOf, reportsOf } from '../routes/reports/report-questions.ts';

/** Forms to take along; a commune has some dozens of Tổ at most. */
const most = 40;
/** Who was prepared for last, and when: not every page that is opened asks for all of it. */
const prepared = 'antt.prepared';
const hour = 3_600_000;
const isUnsent = (state: string) => ['missing', 'draft', 'returned'].includes(state);

/**
 * Asks beforehand what the pages ask where there is no connection, word for word as they do: the open periods,
 * who owes a report in each, the forms not sent yet, the kinds of records and the own Tổ.
 */
export async function prepare({ account, areas }: Me, signal: AbortSignal): Promise<void> {
  const within = areas.find(({ whole }) => !whole)?.unitIds[0];
  const last = localStorage.getItem(prepared)?.split(' ') ?? [];
  // A clock that was set back makes nothing fresh for ever.
  const isFresh = last[0] === account.id && Math.abs(Date.now() - Number(last[1])) < hour;
  if (!within || isFresh) return;
  await Promise.all([prepareReports(within, signal), prepareIncidents(areas, signal)]);
  if (!signal.aborted) localStorage.setItem(prepared, `${account.id} ${Date.now()}`);
}

async function prepareReports(within: string, signal: AbortSignal) {
  const { items } = await ask(listReportingPeriods, periodsOf(within), signal);
  const now = new Date().toISOString();
  const open = items
    .filter(({ from, closesFrom }) => from <= today() && closesFrom > now)
    .filter(({ formSenders }) => formSenders.length > 0)
    // What is due first is needed first.
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  let room = most;
  for (const { id, formSenders } of open) {
    const reports = await ask(listReports, reportsOf(id, formSenders[0]), signal);
    for (const { senderId, state } of reports.items) {
      if (!isUnsent(state) || room === 0 || signal.aborted) continue;
      // Of what may be seen in the list not every form is one's own to fill in.
      const isThere = await ask(getReport, { periodId: id, senderId }, signal).then(
        () => true,
        () => false,
      );
      if (isThere) room -= 1;
    }
  }
}

async function prepareIncidents(areas: Me['areas'], signal: AbortSignal) {
  const within = areas.length === 1 ? areas[0]!.id : undefined;
  const on = today();
  const teams = await ask(listTeams, { on, within, limit: 1000 }, signal);
  const communes = new Set(teams.items.map(({ commune }) => commune?.id));
  for (const commune of [undefined, ...communes].slice(0, 10)) {
    await ask(listIncidentKinds, { on, within: commune }, signal);
  }
}
