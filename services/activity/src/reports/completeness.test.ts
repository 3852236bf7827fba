import {
  acceptReports,
  aggregate,
  type Indicator,
  listCompleteness,
  listIndicators,
  listReportTotals,
  type ReportValue,
  verifyReports,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { activity } from '../service.ts';
import { future, on, past, reportingProvince } from './test-report.ts';

const service = useService(activity);
const { unit, below, commune, period, filled, send } = reportingProvince(service);

const asked = { kindCode: 'LL-01', sender: 'team', on } as const;
const limit = 100;
const reviewer = someone('provincial-administrator');
async function accepted(periodId: string, senderId: string, values: ReportValue[]) {
  const { id, version } = await send(periodId, senderId, { values });
  await service.call(verifyReports, { reports: [{ id, version }] }, reviewer);
  await service.call(acceptReports, { reports: [{ id, version }] }, reviewer);
}

test('completeness counts each team in one state, in the tree of the period, by commune and province', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const [first, second] = [await commune(province, 3), await commune(province, 2)];
  const periodId = await period(province, { lateFrom: past, closesFrom: future });
  await send(periodId, first.teamIds[0]!);
  await accepted(periodId, first.teamIds[1]!, await filled());
  const rows = (level: 'commune' | 'province') =>
    service.call(listCompleteness, { ...asked, limit, within: province, level });
  const { items, whole } = await rows('commune');
  expect(items).toMatchObject([
    { unitId: second.communeId, owed: 2, missing: 2, submitted: 0, late: 0 },
    { unitId: first.communeId, owed: 3, missing: 1, submitted: 1, accepted: 1, late: 2, inTime: 0 },
  ]);
  expect(whole).toMatchObject({ owed: 5, missing: 3, submitted: 1, accepted: 1, late: 2 });
  expect((await rows('province')).items).toMatchObject([
    { unitId: province, periodId, owed: 5, missing: 3, accepted: 1 },
  ]);
});

test('a period of before the reform is summed through the districts of that day', async () => {
  const province = await unit('province', 'Bắc Giang');
  const district = await unit('district', 'Lạng Giang', province, { to: '2025-07-01' });
  const { communeId, teamIds } = await commune(province);
  await service.db.query('delete from unit_parent where unit_id = $1', [communeId]);
  await below(communeId, district, { to: '2025-07-01' });
  await below(communeId, province, { from: '2025-07-01', to: null });
  const before = await period(province, { to: '2025-06-14' });
  await period(province);
  await send(before, teamIds[0]!);
  const districts = (day: string) =>
    service.call(listCompleteness, {
      ...asked,
      limit,
      on: day,
      within: province,
      level: 'district',
    });
  expect((await districts('2025-06-14')).items).toMatchObject([
    { unitId: district, owed: 1, submitted: 1, parentName: 'tỉnh Bắc Giang' },
  ]);
  expect((await districts(on)).items).toEqual([]);
});

test('an area sees the units that lie in it alone', async () => {
  const province = await unit('province', 'Lạng Sơn');
  const [mine, other] = [await commune(province), await commune(province)];
  await period(province);
  const officer = someone('commune-officer', [mine.communeId]);
  const seen = (level: 'commune' | 'province') =>
    service.call(listCompleteness, { ...asked, limit, level }, officer);
  expect((await seen('commune')).items.map(({ unitId }) => unitId)).toEqual([mine.communeId]);
  expect((await seen('province')).items).toEqual([]);
  expect(other.communeId).not.toBe(mine.communeId);
});

test('what the database sums is what the rules of indicators sum, and who has not reported is no zero', async () => {
  const province = await unit('province', 'Thái Nguyên');
  const { communeId, teamIds } = await commune(province, 4);
  const periodId = await period(province);
  const said = [await filled(5), await filled(2), await filled(9)];
  said[1] = said[1]!.map((one) =>
    one.code === 'ND5.05' ? { ...one, numerator: null, denominator: null, noCase: true } : one,
  );
  said[2] = said[2]!.map((one) =>
    one.code === 'ND6.01' ? { ...one, numerator: 1, denominator: 90 } : one,
  );
  for (const [n, values] of said.entries()) await accepted(periodId, teamIds[n]!, values);
  const { items } = await service.call(listReportTotals, {
    ...{ ...asked, within: province, level: 'commune' },
  });
  expect(items).toMatchObject([{ unitId: communeId, owed: 4, accepted: 3, corrected: 0 }]);
  const known = await service.call(listIndicators, { on, within: province });
  const definition = new Map<string, Indicator>(known.items.map((one) => [one.code, one]));
  for (const { code, value, reported } of items[0]!.totals) {
    const values = [...said.map((all) => all.find((one) => one.code === code)), null].map((one) =>
      one ? { numerator: one.numerator, denominator: one.denominator, noCase: one.noCase } : null,
    );
    const expected = aggregate(definition.get(code)!, values);
    expect([code, value, reported]).toEqual([code, expected.value, expected.reported]);
  }
});

test('a report that is only sent does not count yet', async () => {
  const province = await unit('province', 'Quảng Ninh');
  const { teamIds } = await commune(province);
  await send(await period(province), teamIds[0]!);
  const question = { ...asked, within: province, codes: 'ND1.03' };
  const { items } = await service.call(listReportTotals, { ...question, level: 'province' });
  expect(items).toMatchObject([
    { owed: 1, accepted: 0, corrected: 0, totals: [{ code: 'ND1.03', value: null, reported: 0 }] },
  ]);
});
