import {
  endReportKind,
  getReportKind,
  getReportingPeriod,
  getWorkingCalendars,
  listReportingPeriods,
  listReportKinds,
  openReportingPeriods,
  type ReportKind,
  setReportKind,
} from '@antt/contracts';
import { addDays, type Input, type PlainDate } from '@antt/kernel';
import { Client, connectBus } from '@antt/service-kit';
import { copiedTerritory, someone, StandIn, useService } from '@antt/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { Calendars } from '../calendars.ts';
import { fixForm, formOfPeriod } from '../forms/forms-of.ts';
import { openAhead } from '../reporting-periods/period-opener.ts';
import { activity } from '../service.ts';
import { installReportKinds } from './install-report-kinds.ts';
import { readReportKinds } from './report-kind-file.ts';

const service = useService(activity);
const { unit, below, team } = copiedTerritory(service, '2020-01-01');

let connection: NatsConnection;
let personnel: StandIn;
let off: PlainDate[] = [];
beforeAll(async () => {
  connection = await connectBus(service.bus.url, 'personnel');
  personnel = new StandIn(connection);
  const days = () => ({ off, worked: [] });
  personnel.answer(getWorkingCalendars, ({ unitIds }) => ({
    country: days(),
    items: unitIds.map((unitId) => ({ unitId, ...days() })),
  }));
});
beforeEach(() => {
  off = [];
});
afterAll(() => connection.close());

const citation = 'Quyết định 15/QĐ-UBND ngày 05/12/2025';

/** The command that lays down for a province what holds elsewhere, but for what is said. */
async function command(
  unitId: string | null,
  code: string,
  validFrom: PlainDate,
  changes: Partial<ReportKind> = {},
): Promise<Input<typeof setReportKind>> {
  const held = await service.call(getReportKind, { code, on: validFrom });
  const { warnings: _, validTo: __, inUse: ___, ...kind } = held;
  return { ...kind, certainty: null, ...changes, id: randomUUID(), unitId, validFrom, citation };
}
const open = (provinceId: string, from: PlainDate, to: PlainDate) =>
  service.call(openReportingPeriods, { provinceId, from, to });
async function periods(within: string, kindCode: string, year: string) {
  const asked = { within, kindCode, from: `${year}-01-01`, to: `${year}-12-31`, limit: 50 };
  return (await service.call(listReportingPeriods, asked)).items.toReversed();
}

test('BC-01 to BC-13 and the force form are shipped with their certainty and source', async () => {
  const all = await service.call(listReportKinds, { on: '2025-01-01' });
  const items = all.items.filter(({ unitId }) => unitId === null);
  const codes = [...new Set(items.map(({ code }) => code.split('.')[0]))];
  const numbers = [...Array(13).keys()].map((n) => `BC-${String(n + 1).padStart(2, '0')}`);
  expect(codes).toEqual([...numbers, 'LL-01']);
  for (const { certainty, citation } of items) expect([certainty, citation]).not.toContain(null);
  expect(items.find(({ code }) => code === 'LL-01')).toMatchObject({
    ...{ senders: ['team'], certainty: 'D', strict: false, cutOff: { by: 'window-end' } },
    ...{ window: { startDay: 15 }, due: { by: 'working-days', days: 3 } },
  });
});

test("every shipped form asks each sender for what it may give, by indicators of the form's day", async () => {
  const { kinds, forms } = readReportKinds();
  expect(forms.map(({ kindCode, sender }) => `${kindCode} ${sender}`)).toEqual([
    ...['LL-01 team', 'BC-01 district', 'BC-01 commune'],
  ]);
  expect(forms.every(({ kindCode }) => kinds.some(({ code }) => code === kindCode))).toBe(true);
});

test('reporting BR-34: departments report to another recipient by their field', async () => {
  const { route } = await service.call(getReportKind, { code: 'BC-02', on: '2025-01-01' });
  expect(route.map(({ field, recipient }) => [field, recipient])).toEqual([
    ['An ninh chính trị nội bộ', 'Công an tỉnh (Phòng An ninh chính trị nội bộ)'],
    ['An ninh kinh tế', 'Công an tỉnh (Phòng An ninh kinh tế)'],
  ]);
});

test('reporting BR-33: a period keeps the moment from which a report is late, in Vietnamese time', async () => {
  const province = await unit('province', 'Bắc Ninh');
  await open(province, '2026-09-01', '2026-09-30');
  const [movement] = await periods(province, 'BC-01', '2026');
  expect(movement).toMatchObject({
    ...{ name: '2026-09', from: '2026-08-11', to: '2026-09-10', cutOffOn: '2026-09-10' },
    ...{ dueOn: '2026-09-14', senders: ['commune'] },
  });
  expect(new Date(movement!.lateFrom)).toEqual(new Date('2026-09-15T00:00:00+07:00'));
});

test.each([
  ['BC-05', 'a unit plan', '2024-02-04', '2024-02-05'],
  ['BC-04', 'the result of funds', '2024-02-29', '2024-03-01'],
])(
  'reporting BR-41: %s, %s received on %s is in time, on %s late',
  async (code, _what, inTime, late) => {
    const provinceId = await unit('province', 'Bắc Giang');
    await service.call(openReportingPeriods, { provinceId, from: '2024-01-01', to: '2024-03-31' });
    const { items } = await service.call(listReportingPeriods, {
      ...{ within: provinceId, kindCode: code, limit: 10 },
    });
    const [period] = items;
    const isLate = (day: PlainDate) =>
      Date.parse(`${day}T12:00:00+07:00`) >= Date.parse(period!.lateFrom);
    expect(period!.dueOn).toBe(inTime);
    expect([isLate(inTime), isLate(late)]).toEqual([false, true]);
  },
);

test('periods of one kind alone are opened where they are asked for', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const days = { from: '2024-01-01', to: '2024-03-31' };
  const opened = await service.call(openReportingPeriods, {
    ...{ provinceId, kindCode: 'BC-05', ...days },
  });
  expect(opened.items.map(({ kindCode }) => kindCode)).toEqual(['BC-05']);
});

test('reporting BR-35: round 1 is in time on 07/02/2025, round 2 on 19/5/2025', async () => {
  const province = await unit('province', 'Bắc Giang');
  await open(province, '2024-08-19', '2025-05-19');
  const [[first], [second]] = [
    await periods(province, 'BC-06', '2025'),
    await periods(province, 'BC-07', '2025'),
  ];
  expect([first!.dueOn, second!.dueOn]).toEqual(['2025-02-07', '2025-05-19']);
  expect(new Date(first!.lateFrom)).toEqual(new Date('2025-02-08T00:00:00+07:00'));
});

test('the force form is due on the third working day after its window, holidays left out', async () => {
  const province = await unit('province', 'Thái Nguyên');
  off = ['2026-08-18'];
  await open(province, '2026-08-01', '2026-08-14');
  expect(await periods(province, 'LL-01', '2026')).toMatchObject([
    { from: '2026-07-15', to: '2026-08-14', dueOn: '2026-08-20', workingDays: 3 },
  ]);
});

test('periods that are opened again stay as they are, whoever opens them and however often', async () => {
  const province = await unit('province', 'Hà Nam');
  const first = await open(province, '2026-01-01', '2026-03-31');
  expect(first.opened).toBe(first.items.length);
  expect(first.opened).toBeGreaterThan(6);
  const again = await Promise.all([1, 2, 3].map(() => open(province, '2026-01-01', '2026-03-31')));
  expect(again.map(({ opened }) => opened)).toEqual([0, 0, 0]);
  const more = await open(province, '2026-03-01', '2026-04-30');
  expect(more.items.every(({ to }) => to > '2026-03-31')).toBe(true);
});

test('every province has its periods some days ahead, and holidays are asked for once', async () => {
  const [one, two] = [await unit('province', 'Nam Định'), await unit('province', 'Ninh Bình')];
  const asked = personnel.timesAsked(getWorkingCalendars);
  const { manager } = service.db;
  const calendars = new Calendars(new Client(connection));
  const ahead = { on: '2027-01-01', days: 62 };
  expect(await openAhead(manager, calendars, ahead)).toBeGreaterThan(0);
  expect(await openAhead(manager, calendars, ahead)).toBe(0);
  expect(personnel.timesAsked(getWorkingCalendars) - asked).toBe(2);
  for (const province of [one, two]) {
    const last = (await periods(province, 'LL-01', '2027')).at(-1)!;
    expect(last.to > addDays('2027-01-01', 62)).toBe(true);
  }
});

test('reporting BR-36: a monthly report without a working day between cut-off and due is warned of', async () => {
  const province = await unit('province', 'Hải Dương');
  const late = await command(province, 'BC-01', '2026-01-01', {
    cutOff: { by: 'day', day: 14, months: 0 },
  });
  const set = await service.call(setReportKind, late);
  expect(set.warnings).toHaveLength(12);
  expect(set.warnings[0]).toEqual({
    ...{ name: '2026-01', cutOffOn: '2026-01-14', dueOn: '2026-01-14', workingDays: 0 },
  });
  expect(await service.call(setReportKind, late)).toEqual({ ...set, replacedPeriods: 0 });
  const asked = { code: 'BC-01', on: '2026-01-01', within: province };
  expect((await service.call(getReportKind, asked)).warnings).toHaveLength(12);
  const shipped = await service.call(getReportKind, { code: 'BC-01', on: '2026-01-01' });
  expect(shipped.warnings).toEqual([]);
  const round2 = await service.call(getReportKind, { code: 'BC-07', on: '2025-01-01' });
  expect(round2.warnings).toMatchObject([{ name: 'Đợt 2', workingDays: 0 }]);
  const thematic = await command(province, 'BC-07', '2025-01-01', { nature: 'thematic' });
  expect((await service.call(setReportKind, thematic)).warnings).toEqual([]);
});

test('reporting BR-37: the month is the 15th to the 14th, and what a province lays down from a day on', async () => {
  const [province, other] = [await unit('province', 'Huế'), await unit('province', 'Đà Nẵng')];
  for (const id of [province, other]) await open(id, '2026-01-01', '2026-04-30');
  const set = await service.call(
    setReportKind,
    await command(province, 'LL-01', '2026-03-01', { window: { startDay: 1, startMonth: null } }),
  );
  expect(set.replacedPeriods).toBeGreaterThan(0);
  const days = async (id: string) =>
    (await periods(id, 'LL-01', '2026')).map(({ from, to }) => `${from} ${to}`);
  // no day is left out between the former windows and the new ones
  expect((await days(province)).slice(0, 4)).toEqual([
    '2025-12-15 2026-01-14',
    '2026-01-15 2026-02-14',
    '2026-02-15 2026-03-31',
    '2026-04-01 2026-04-30',
  ]);
  expect((await days(other)).slice(2, 4)).toEqual([
    '2026-02-15 2026-03-14',
    '2026-03-15 2026-04-14',
  ]);
});

test('a period that somebody has reported in keeps its terms and its form, and the next begins after it', async () => {
  const province = await unit('province', 'Quảng Trị');
  await open(province, '2026-02-15', '2026-03-14');
  const period = (await periods(province, 'LL-01', '2026'))[0]!;
  const form = await service.db.transaction((tx) => fixForm(tx, period.id, 'team'));
  expect(form).toMatchObject({ kindCode: 'LL-01', unitId: null });
  await service.call(
    setReportKind,
    await command(province, 'LL-01', '2026-03-01', {
      ...{ window: { startDay: 1, startMonth: null }, due: { by: 'working-days', days: 10 } },
    }),
  );
  await open(province, '2026-02-15', '2026-03-31');
  expect(await periods(province, 'LL-01', '2026')).toMatchObject([
    { ...period, inUse: true },
    { from: '2026-03-15', to: '2026-03-31', inUse: false },
  ]);
  expect(await formOfPeriod(service.db.manager, period.id, 'team')).toEqual(form);
});

test('reporting BR-42: a district that ended on 30/6/2025 owes for June and not for July', async () => {
  const province = await unit('province', 'Nghệ An');
  const district = await unit('district', 'Đô Lương', province, { to: '2025-07-01' });
  const commune = await unit('commune', 'Bạch Ngọc', district, { to: '2025-07-01' });
  await below(commune, province, { from: '2025-07-01' });
  await service.db.query('update unit_version set valid_to = null where unit_id = $1', [commune]);
  const village = await unit('village', 'Xóm 1', commune);
  await team([village]);
  await open(province, '2025-06-01', '2025-07-31');
  const owed = async (code: string, name: string) => {
    const period = (await periods(province, code, '2025')).find((one) => one.name === name)!;
    return (await service.call(getReportingPeriod, { id: period.id })).owed;
  };
  expect(await owed('BC-01', '2025-06')).toEqual([{ sender: 'district', count: 1 }]);
  expect(await owed('BC-01', '2025-07')).toEqual([{ sender: 'commune', count: 1 }]);
  expect(await owed('LL-01', '2025-07')).toEqual([{ sender: 'team', count: 1 }]);
  // in the tree of each day
  const standing = (day: string) =>
    service.db.query('select sender from standing_senders($1, $2) order by 1', [province, day]);
  expect(await standing('2025-06-30')).toContainEqual({ sender: 'district' });
  expect(await standing('2025-07-01')).not.toContainEqual({ sender: 'district' });
});

test('a province may do without a kind from a day on; what nobody has reported in goes', async () => {
  const province = await unit('province', 'Kon Tum');
  await open(province, '2026-01-01', '2026-06-30');
  const before = (await periods(province, 'BC-01', '2026')).length;
  const ended = await service.call(endReportKind, {
    ...{ id: randomUUID(), code: 'BC-01', unitId: province, validFrom: '2026-03-01', citation },
  });
  expect(ended).toMatchObject({ inUse: false, warnings: [] });
  const left = await periods(province, 'BC-01', '2026');
  expect(left.map(({ name }) => name)).toEqual(['2026-01', '2026-02']);
  expect(ended.replacedPeriods).toBe(before - 2);
  const asked = { code: 'BC-01', on: '2026-03-01', within: province };
  await expect(service.call(getReportKind, asked)).rejects.toMatchObject({
    type: 'report-kind-not-found',
  });
});

test('terms that cannot be reckoned are refused, and so are two values of one day', async () => {
  const province = await unit('province', 'Cà Mau');
  await expect(
    service.call(setReportKind, await command(province, 'LL-01', '2026-01-01', { due: null })),
  ).rejects.toMatchObject({
    type: 'report-timing-incomplete',
    body: { field: 'due' },
  });
  await service.call(setReportKind, await command(province, 'LL-01', '2026-01-01'));
  await expect(
    service.call(setReportKind, await command(province, 'LL-01', '2026-01-01', { graceDays: 3 })),
  ).rejects.toMatchObject({ type: 'report-kind-has-one-value-a-day' });
  await expect(open(province, '2026-01-01', '2030-01-01')).rejects.toMatchObject({
    type: 'reporting-periods-of-three-years',
  });
});

test('who administers another province lays down nothing for this one and opens no periods', async () => {
  const [province, other] = [await unit('province', 'Lào Cai'), await unit('province', 'Lai Châu')];
  const theirs = someone('provincial-administrator', [other]);
  const wanted = { type: 'unit-not-found' };
  await expect(
    service.call(setReportKind, await command(province, 'LL-01', '2026-01-01'), theirs),
  ).rejects.toMatchObject(wanted);
  const opening = { provinceId: province, from: '2026-01-01', to: '2026-01-31' };
  await expect(service.call(openReportingPeriods, opening, theirs)).rejects.toMatchObject(wanted);
});

test('a release that ships its kinds and forms again changes nothing that is there', async () => {
  await service.call(setReportKind, await command(null, 'BC-03', '2028-01-01'));
  const all = () =>
    Promise.all(
      ['report_kind', 'form'].map((table) =>
        service.db.query(`select * from ${table} order by id`),
      ),
    );
  const before = await all();
  const runner = service.db.createQueryRunner();
  await installReportKinds(runner);
  await runner.release();
  expect(await all()).toEqual(before);
});
