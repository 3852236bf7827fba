import {
  acceptReports,
  type CompiledFigure,
  getCompiledReport,
  listCompiledParts,
  listReportTotals,
  raiseObstacle,
  type ReportValue,
  setCampaign,
  solveObstacle,
  verifyReports,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { on, past, refusal, reportingProvince, withValue } from '../reports/test-report.ts';
import { activity } from '../service.ts';

const service = useService(activity);
const { unit, below, commune, period, filled, send } = reportingProvince(service);
const reviewer = someone('provincial-administrator');
const asked = { kindCode: 'LL-01', sender: 'team' } as const;

async function accepted(periodId: string, senderId: string, values: ReportValue[]) {
  const { id, version } = await send(periodId, senderId, { values, confirmed: true });
  await service.call(verifyReports, { reports: [{ id, version }] }, reviewer);
  await service.call(acceptReports, { reports: [{ id, version }] }, reviewer);
}

const figureOf = (figures: readonly CompiledFigure[], code: string) =>
  figures.find((one) => one.code === code);
const count = (numerator: number) => ({ numerator, denominator: null, noCase: false });

test('a period is compiled beside the one before, and a missing figure is no zero (BR-25)', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const { teamIds } = await commune(province, 3);
  const [before, now] = [await period(province, { to: '2026-05-14' }), await period(province)];
  await accepted(before, teamIds[0]!, await filled(2));
  await accepted(now, teamIds[0]!, await filled(5));
  await accepted(now, teamIds[1]!, await filled(4));
  const report = await service.call(getCompiledReport, {
    ...{ ...asked, within: province, periodId: now },
  });
  expect(report).toMatchObject({
    ...{ span: 'period', kindName: 'Biểu kết quả hoạt động tháng của Tổ bảo vệ ANTT' },
    units: [{ id: province, kind: 'tỉnh', name: 'Bắc Ninh', level: 'province' }],
    ...{ above: null, window: { name: '2026-06', to: on }, former: { name: '2026-05' } },
    ...{ counts: { owed: 3, missing: 1, accepted: 2 }, counting: 2, corrected: 0 },
    formerCounts: { owed: 3, missing: 2 },
    missing: {
      total: 1,
      items: [{ senderId: teamIds[2], periodId: now, unitName: expect.stringMatching(/^xã Xã/) }],
    },
  });
  expect(figureOf(report.figures, 'ND1.03')).toEqual({
    ...{ code: 'ND1.03', value: count(9), reported: 2, former: count(2), formerReported: 1 },
  });
  // not mandatory, and said by all: with a value; of nobody: without
  const first = await service.call(getCompiledReport, {
    ...{ ...asked, within: province, periodId: before },
  });
  expect(first).toMatchObject({ former: null, formerCounts: null });
  expect(figureOf(first.figures, 'ND1.03')).toMatchObject({ former: null, formerReported: 0 });
  const [group] = report.groups;
  expect(group).toMatchObject({ name: 'Nắm tình hình', codes: ['ND1.03', 'ND4.05', 'ND4.06'] });
});

test('BR-24: shares are added above and below the line over units and periods', async () => {
  const province = await unit('province', 'Lào Cai');
  const { teamIds } = await commune(province, 2);
  const periods = [await period(province, { to: '2026-05-14' }), await period(province)];
  const shared = async (numerator: number, denominator: number) =>
    (await filled()).map((one) =>
      one.code === 'ND5.05' ? { ...one, numerator, denominator } : one,
    );
  await accepted(periods[0]!, teamIds[0]!, await shared(9, 10));
  await accepted(periods[1]!, teamIds[1]!, await shared(1, 90));
  const year = await service.call(getCompiledReport, { ...asked, within: province, year: 2026 });
  expect(year.window).toMatchObject({ name: '2026', from: '2026-04-15', to: on });
  expect(year.counts).toMatchObject({ owed: 4, missing: 2 });
  expect(figureOf(year.figures, 'ND5.05')).toMatchObject({
    value: { numerator: 10, denominator: 100 },
    reported: 2,
  });
  expect(year.missing.items.map(({ periodName }) => periodName)).toEqual(['2026-06', '2026-05']);
});

test('what lies directly in a unit makes up its figure, down to the teams of a commune', async () => {
  const province = await unit('province', 'Sơn La');
  const [first, second] = [await commune(province, 2), await commune(province)];
  const [before, now] = [await period(province, { to: '2026-05-14' }), await period(province)];
  await accepted(before, first.teamIds[1]!, await filled(3));
  await accepted(now, first.teamIds[0]!, withValue(await filled(), 'ND1.03', 7));
  const partsOf = (within: string) =>
    service.call(listCompiledParts, { ...asked, within, periodId: now, code: 'ND1.03' });
  const communes = await partsOf(province);
  expect(communes).toMatchObject({
    whole: { value: count(7), reported: 1, former: count(3), formerReported: 1 },
    ...{ indicator: { code: 'ND1.03' }, counts: { owed: 3 }, counting: 1 },
    items: [
      { id: first.communeId, isSender: false, owed: 2, counting: 1, value: count(7) },
      { id: second.communeId, owed: 1, missing: 1, counting: 0, value: null, former: null },
    ],
  });
  const teams = await partsOf(first.communeId);
  expect(teams.above).toEqual({ kind: 'tỉnh', name: 'Sơn La' });
  expect(teams.items).toMatchObject([
    { id: first.teamIds[0], isSender: true, value: count(7), former: null },
    { id: first.teamIds[1], isSender: true, missing: 1, value: null, former: count(3) },
  ]);
});

test('a compiled period says what the totals of the tree say', async () => {
  const province = await unit('province', 'Hà Giang');
  const places = [await commune(province, 2), await commune(province, 3)];
  const now = await period(province);
  for (const [n, senderId] of places.flatMap(({ teamIds }) => teamIds).entries()) {
    if (n !== 2) await accepted(now, senderId, await filled(n + 3));
  }
  const report = await service.call(getCompiledReport, {
    ...{ ...asked, within: province, periodId: now },
  });
  const { items } = await service.call(listReportTotals, {
    ...{ ...asked, on, within: province, level: 'province' },
  });
  const [{ owed, accepted: counting, totals }] = items as [(typeof items)[number]];
  expect([report.counts.owed, report.counting]).toEqual([owed, counting]);
  for (const { code, value, reported } of report.figures) {
    expect({ code, value, reported }).toEqual(totals.find((one) => one.code === code));
  }
});

test('a year goes through the districts of each period, whose reports stay theirs (BR-42)', async () => {
  const province = await unit('province', 'Phú Thọ');
  const district = await unit('district', 'Lâm Thao', province, { to: '2025-07-01' });
  const { communeId, teamIds } = await commune(province);
  await service.db.query('delete from unit_parent where unit_id = $1', [communeId]);
  await below(communeId, district, { to: '2025-07-01' });
  await below(communeId, province, { from: '2025-07-01', to: null });
  const june = await period(province, { to: '2025-06-14' });
  await period(province, { to: '2025-08-14' });
  await accepted(june, teamIds[0]!, await filled(6));
  const question = { ...asked, within: province, year: 2025, code: 'ND1.03' };
  const { items, whole } = await service.call(listCompiledParts, question);
  expect(items.map(({ id, value }) => [id, value?.numerator ?? null])).toEqual(
    expect.arrayContaining([
      [district, 6],
      [communeId, null],
    ]),
  );
  expect(whole).toMatchObject({ value: count(6), reported: 1 });
});

test('a round is compiled from the periods that have most of their days in it, beside the round before', async () => {
  const province = await unit('province', 'Hải Phòng');
  const { teamIds } = await commune(province);
  const [first, second] = [
    await period(province, { to: '2025-01-14' }),
    await period(province, { to: '2025-03-14' }),
  ];
  await accepted(first, teamIds[0]!, await filled(2));
  await accepted(second, teamIds[0]!, await filled(5));
  const rounds = [
    { id: randomUUID(), number: 1, name: 'Đợt 1', theme: '', from: '2024-08-19', to: '2025-02-03' },
    { id: randomUUID(), number: 2, name: 'Đợt 2', theme: '', from: '2025-02-04', to: '2025-05-19' },
  ];
  await service.call(setCampaign, {
    ...{ id: randomUUID(), unitId: province, name: 'Thi đua đặc biệt', from: '2024-08-19' },
    ...{ to: '2025-05-19', plannedOn: '2024-08-19', citation: 'Kế hoạch', rounds },
    ...{ certainty: null, combination: 'by-days', launchBefore: null, launchInclusive: false },
  });
  const report = await service.call(getCompiledReport, {
    ...{ ...asked, within: province, roundId: rounds[1]!.id },
  });
  expect(report).toMatchObject({
    ...{ span: 'round', window: { name: 'Đợt 2', periods: [{ id: second }] } },
    former: { name: 'Đợt 1', periods: [{ id: first }] },
  });
  expect(figureOf(report.figures, 'ND1.03')).toMatchObject({ value: count(5), former: count(2) });
});

test('an obstacle stands in the report until whoever receives it says how it was solved', async () => {
  const province = await unit('province', 'Yên Bái');
  const { communeId, teamIds, villageIds } = await commune(province, 1);
  const [before, now] = [await period(province, { to: '2026-05-14' }), await period(province)];
  const leader = someone('team-leader', villageIds);
  const officer = someone('commune-officer', [communeId]);
  const raise = { id: randomUUID(), periodId: before, senderId: teamIds[0]! };
  const command = { ...raise, text: 'Tổ chưa có nơi làm việc' };
  const raised = await service.call(raiseObstacle, command, leader);
  expect(raised).toMatchObject({ state: 'open', sender: 'team', unitId: communeId, answer: null });
  expect(await service.call(raiseObstacle, command, leader)).toEqual(raised);
  const open = async () =>
    (await service.call(getCompiledReport, { ...asked, within: province, periodId: now }))
      .obstacles;
  expect(await open()).toMatchObject({ total: 1, items: [{ id: raise.id, text: command.text }] });
  const answer = 'Bố trí một phòng ở nhà văn hóa thôn';
  const solve = { id: raise.id, answer };
  await expect(service.call(solveObstacle, solve, leader)).rejects.toMatchObject({
    type: 'not-allowed',
  });
  const elsewhere = someone('commune-officer', [(await commune(province)).communeId]);
  await expect(service.call(solveObstacle, solve, elsewhere)).rejects.toMatchObject({
    type: 'obstacle-not-found',
  });
  expect(await service.call(solveObstacle, solve, officer)).toMatchObject({
    ...{ state: 'solved', answer },
  });
  expect((await service.call(solveObstacle, solve, officer)).state).toBe('solved');
  await expect(
    service.call(solveObstacle, { ...solve, answer: 'Đã xong rồi' }, officer),
  ).rejects.toMatchObject({ type: 'obstacle-is-solved' });
  expect(await open()).toEqual({ total: 0, items: [] });
});

test('what lies outside, and a year without a period that is over, is refused by name', async () => {
  const province = await unit('province', 'Thanh Hóa');
  const [mine, other] = [await commune(province), await commune(province)];
  const periodId = await period(province, { lateFrom: past });
  const officer = someone('commune-officer', [mine.communeId]);
  const question = { ...asked, within: other.communeId, periodId };
  expect(await refusal(service.call(getCompiledReport, question, officer))).toMatchObject({
    type: 'unit-not-found',
  });
  const own = { ...question, within: mine.communeId };
  expect((await service.call(getCompiledReport, own, officer)).counts.owed).toBe(1);
  const year = { ...asked, within: province, year: 2020 };
  expect(await refusal(service.call(getCompiledReport, year))).toMatchObject({
    type: 'nothing-to-compile',
  });
  await expect(
    service.call(getCompiledReport, { ...asked, within: province } as never),
  ).rejects.toMatchObject({ type: 'invalid-input' });
});
