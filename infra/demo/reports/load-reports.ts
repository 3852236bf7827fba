import type { ReportingPeriod, ReportRow } from '@antt/contracts';
import { addDays, type PlainDate, today } from '@antt/kernel';
import type { DemoClient } from '../client.ts';
import { inLanes } from '../people/story.ts';
import { createRandom } from '../random.ts';
import { uuidOf } from '../uuid.ts';
import { figuresOf, type Sheet } from './figures.ts';

type Clients = Record<'province' | 'second' | 'commune' | 'leader', DemoClient>;
type Period = Pick<ReportingPeriod, 'id' | 'name' | 'from' | 'to' | 'dueOn' | 'kindCode'>;
type Page<One> = { items: One[]; nextCursor: string | null };

/** How the teams of a period kept to it, from the oldest to the latest: shares of all. */
const periods = [
  { sent: 0.97, late: 0.04, judged: 1 },
  { sent: 0.94, late: 0.07, judged: 0.96 },
  { sent: 0.82, late: 0.06, judged: 0.45 },
] as const;
const illustrative = '(minh họa)';

/**
 * Monthly reports of the teams for the last three periods that are over, entered by the province as they came on paper, verified by
 * another of its officers; in the commune of `xa` the latest ones wait, one was returned, and one of an earlier month is
 * corrected after it was accepted. Answers how many reports were sent.
 */
export async function loadReports(
  { province, second, commune, leader }: Clients,
  provinceId: string,
): Promise<number> {
  const from = addDays(today(), -125);
  await province.post('/reporting-periods', { provinceId, from, to: today() });
  const asked = `within=${provinceId}&kindCode=LL-01&sender=team&to=${addDays(today(), -1)}&limit=3`;
  const { items } = await province.get<Page<Period>>(`/reporting-periods?${asked}`);
  const over = items.toReversed();
  const own = new Set((await listed(commune, over.at(-1)!)).map(({ senderId }) => senderId));
  let sent = 0;
  for (const [n, period] of over.entries()) sent += await report(period, periods[n]!);
  await correct(over[0]!);
  await giveBack(over.at(-1)!);
  await raiseObstacles(over);
  return sent;

  /** Who reported on which day, and what of it the second officer has accepted. */
  async function report(period: Period, shares: (typeof periods)[number]): Promise<number> {
    const missing = await listed(province, period, 'missing');
    const known = await listed(province, period);
    // Loaded before: whoever is missing now is missing on purpose.
    if (missing.length < known.length || missing.length === 0) return 0;
    const sheet = await province.get<Sheet>(`/reports/${period.id}/${missing[0]!.senderId}`);
    const chosen = missing.filter((row) => drawn(period, row, 'sent').chance(shares.sent));
    await inLanes(chosen, async (row) => {
      const late = drawn(period, row, 'late').chance(shares.late);
      const random = drawn(period, row, 'figures');
      await province.post('/reports', {
        ...{ id: reportIdOf(period, row, 1), periodId: period.id, senderId: row.senderId },
        ...{ values: figuresOf(sheet, random), confirmed: true },
        receivedOn: receivedOn(period, random.int(1, 3), late),
      });
    });
    const judged = (await listed(province, period, 'submitted')).filter(
      (row) => !isWaiting(period, row) && drawn(period, row, 'judged').chance(shares.judged),
    );
    const reports = judged.map(({ id, version }) => ({ id, version }));
    for (let at = 0; at < reports.length; at += 200) {
      const some = { reports: reports.slice(at, at + 200) };
      await second.post('/reports/verifications', some);
      await second.post('/reports/acceptances', some);
    }
    return chosen.length;
  }

  /** The queue of the commune officer. */
  function isWaiting(period: Period, { senderId }: ReportRow): boolean {
    return period === over.at(-1) && own.has(senderId);
  }

  /** A leader finds a month later that a number was wrong: what was accepted counts until the new one is. */
  async function correct(period: Period): Promise<void> {
    const [row] = (await listed(leader, period)).filter(({ version }) => version === 1);
    const isDone = (await listed(leader, period)).some(({ version }) => version > 1);
    if (!row || isDone) return;
    const sheet = await leader.get<Sheet & { versions: { values: { code: string }[] }[] }>(
      `/reports/${period.id}/${row.senderId}`,
    );
    const values = sheet.versions[0]!.values.map((one) =>
      one.code === 'ND1.03' ? { ...one, numerator: 11 } : one,
    );
    await leader.post('/reports', {
      ...{
        id: reportIdOf(period, row, 2),
        periodId: period.id,
        senderId: row.senderId,
        follows: 1,
      },
      ...{ values, confirmed: true },
      reason: `Bổ sung các tin do Tổ phó tiếp nhận, chưa cộng vào báo cáo ${illustrative}`,
    });
  }

  /** What is in the way of a team: one thing was solved, another one is open. */
  async function raiseObstacles(some: Period[]): Promise<void> {
    const said = [
      'Tổ chưa có nơi làm việc riêng, đề nghị bố trí phòng ở nhà văn hóa thôn',
      'Thiếu đèn pin và áo phản quang cho ca tuần tra đêm',
    ];
    for (const [n, period] of [some[0]!, some.at(-1)!].entries()) {
      const [row] = await listed(leader, period);
      if (!row) continue;
      const { senderId } = row;
      const id = uuidOf(period.to, `obstacle/${period.id}/${senderId}`);
      const text = `${said[n]!} ${illustrative}`;
      await leader.post('/obstacles', { id, periodId: period.id, senderId, text });
      const answer = `Đã bố trí một phòng tại nhà văn hóa thôn ${illustrative}`;
      if (n === 0) await commune.post(`/obstacles/${id}/answers`, { answer });
    }
  }

  async function giveBack(period: Period): Promise<void> {
    const rows = await listed(commune, period);
    const [first] = rows.filter(({ state }) => state === 'submitted');
    if (!first || rows.some(({ state }) => state === 'returned')) return;
    await commune.post(`/reports/${first.id}/returns`, {
      version: first.version,
      reason: `Số ca tuần tra không khớp sổ trực của Công an xã ${illustrative}`,
    });
  }
}

/** Who owes a report in a period, those who have not reported too. */
export async function listed(
  client: DemoClient,
  { id }: Pick<Period, 'id'>,
  state?: ReportRow['state'],
): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<ReportRow> = await client.get(
      `/reports?periodId=${id}&limit=500${state ? `&state=${state}` : ''}${more}`,
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

const drawn = ({ name }: Period, { name: team, unitName }: ReportRow, what: string) =>
  createRandom(`reports/${name}/${unitName}/${team}/${what}`);

/** The id under which a version is sent. */
export const reportIdOf = (
  { to, id }: Pick<Period, 'id' | 'to'>,
  { senderId }: ReportRow,
  version: number,
) => uuidOf(to, `report/${id}/${senderId}/${version}`);

/** In the days after the window, before the due day ends or some days after it; never later than yesterday. */
function receivedOn({ to, dueOn }: Period, days: number, late: boolean): PlainDate {
  const day = late ? addDays(dueOn, days) : addDays(to, 1);
  const yesterday = addDays(today(), -1);
  return day < yesterday ? day : yesterday;
}
