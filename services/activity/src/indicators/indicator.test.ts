import {
  endIndicator,
  getIndicator,
  listIndicators,
  listIndicatorVersions,
  setIndicator,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { copiedTerritory, someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { activity } from '../service.ts';
import { readIndicators } from './catalogue.ts';
import { installIndicators } from './install-indicators.ts';

const service = useService(activity);
const { unit } = copiedTerritory(service, '2020-01-01');

const citation = 'Quyết định 12/QĐ-UBND ngày 05/01/2025';

/** ND1.01 with a target of 85 % for a province from a day on. */
const stricter = (
  unitId: string | null,
  validFrom = '2025-02-01',
  value = '85',
): Input<typeof setIndicator> => ({
  ...{ id: randomUUID(), unitId, validFrom, code: 'ND1.01', citation, certainty: null },
  ...{ name: 'Tỷ lệ nguồn tin qua lực lượng', nameEn: 'Tips by the force', measure: '%' },
  ...{ shape: 'ratio', numerator: 'Tin qua Tổ', denominator: 'Tất cả tin', aggregation: 'ratio' },
  ...{ cycles: ['month'], levels: ['team', 'commune'], direction: 'up', zeroTolerance: false },
  ...{ source: 'police', target: { comparison: 'at-least', value } },
});

const targetOf = async (within: string, on: string) =>
  (await service.call(getIndicator, { code: 'ND1.01', on, within })).target?.value;

/** Codes of reporting §2.1 to 2.8; one with several figures has a code of its own for each. */
const catalogue: Record<string, number> = {
  ...{ ND1: 7, ND2: 6, ND3: 5, ND4: 7, ND5: 5, ND6: 5, ND7: 3 },
  ...{ TC: 6, TT: 6, LL: 4, PL: 3, SK: 1 },
};

test('every indicator of the contents and of organisation, propaganda and force is shipped', async () => {
  const { items } = await service.call(listIndicators, { on: '2024-12-01' });
  const codes = new Set(items.map(({ code }) => code.split('.').slice(0, 2).join('.')));
  for (const [content, number] of Object.entries(catalogue)) {
    const numbers = [...Array(number).keys()].map((n) => `${content}.0${n + 1}`);
    expect([...codes].filter((code) => code.startsWith(`${content}.`)).sort()).toEqual(numbers);
  }
  expect(items.find(({ code }) => code === 'ND4.02')).toMatchObject({
    target: { comparison: 'above', value: '90' },
    certainty: 'A',
    levels: ['team'],
    unitId: null,
  });
});

test('reporting BR-14: from 1/3/2025 a model is commended by the provincial police or above', async () => {
  const named = async (on: string) =>
    (await service.call(getIndicator, { code: 'ND2.01', on })).name;
  expect(await named('2025-02-28')).toContain('cấp huyện');
  expect(await named('2025-03-01')).toContain('cấp tỉnh');
});

test('reporting BR-18: who violates the law again is counted as a person, once, whatever the violations', async () => {
  // added up over months, somebody would count twice
  const again = await service.call(getIndicator, { code: 'ND5.01', on: '2024-12-01' });
  expect(again).toMatchObject({ measure: 'người', shape: 'count', aggregation: 'distinct' });
});

test("reporting §0.1: figures of zero tolerance never come from the team's own report", async () => {
  const strict = readIndicators().filter(({ zeroTolerance }) => zeroTolerance);
  expect(strict.map(({ code }) => code)).toEqual(['ND4.01', 'ND4.03', 'ND5.01', 'ND6.02']);
  expect(strict.every(({ source }) => source === 'police')).toBe(true);
  const own = { ...stricter(null), zeroTolerance: true, source: 'team' as const };
  await expect(service.call(setIndicator, own)).rejects.toMatchObject({
    type: 'indicator-of-zero-tolerance-is-verified',
  });
});

test("a province's own value holds from its day on in its territory, and nowhere else", async () => {
  const [province, other] = [await unit('province', 'Bắc Ninh'), await unit('province', 'Huế')];
  const commune = await unit('commune', 'Tân Lập', province);
  const command = stricter(province);
  const set = await service.call(setIndicator, command);
  expect(await service.call(setIndicator, command)).toEqual(set);
  expect(await targetOf(commune, '2025-01-31')).toBe('80');
  expect(await targetOf(commune, '2025-02-01')).toBe('85');
  expect(await targetOf(other, '2025-02-01')).toBe('80');
  const { items } = await service.call(listIndicatorVersions, { code: 'ND1.01' });
  expect(items.map(({ unitName, citation }) => [unitName, citation])).toContainEqual([
    'tỉnh Bắc Ninh',
    command.citation,
  ]);
});

test('a value that follows ends the former one, and one that comes before lasts until the later', async () => {
  const province = await unit('province', 'Lạng Sơn');
  await service.call(setIndicator, stricter(province, '2026-01-01', '90'));
  const before = await service.call(setIndicator, stricter(province, '2025-01-01'));
  expect(before.validTo).toBe('2026-01-01');
  await service.call(setIndicator, stricter(province, '2027-01-01', '95'));
  const days = ['2025-06-01', '2026-06-01', '2027-06-01'];
  expect(await Promise.all(days.map((on) => targetOf(province, on)))).toEqual(['85', '90', '95']);
});

test('two values of one code on one day are refused', async () => {
  const province = await unit('province', 'Cao Bằng');
  await service.call(setIndicator, stricter(province));
  await expect(
    service.call(setIndicator, stricter(province, '2025-02-01', '99')),
  ).rejects.toMatchObject({ type: 'indicator-has-one-value-a-day' });
  expect(await targetOf(province, '2025-02-01')).toBe('85');
});

test('a province may do without an indicator from a day on; the others keep it', async () => {
  const [province, other] = [await unit('province', 'Hà Giang'), await unit('province', 'Nghệ An')];
  const command = { id: randomUUID(), unitId: province, code: 'TT.01', validFrom: '2025-06-01' };
  const ended = await service.call(endIndicator, { ...command, citation });
  expect(ended).toMatchObject({ inUse: false, citation });
  expect(await service.call(endIndicator, { ...command, citation })).toEqual(ended);
  const asked = { code: 'TT.01', on: '2025-06-01' };
  await expect(service.call(getIndicator, { ...asked, within: province })).rejects.toMatchObject({
    type: 'indicator-not-found',
  });
  expect(await service.call(getIndicator, { ...asked, within: other })).toMatchObject({
    inUse: true,
  });
  expect(
    await service.call(getIndicator, { ...asked, on: '2025-05-31', within: province }),
  ).toMatchObject({ inUse: true });
});

test('a release that ships its catalogue again changes nothing that is there', async () => {
  const changed = stricter(null, '2028-01-01');
  await service.call(setIndicator, changed);
  const all = () => service.db.query('select * from indicator order by id');
  const before = await all();
  const runner = service.db.createQueryRunner();
  await installIndicators(runner);
  await runner.release();
  expect(await all()).toEqual(before);
});

test('only a province lays down, and only for itself', async () => {
  const [province, other] = [await unit('province', 'Yên Bái'), await unit('province', 'Sơn La')];
  const commune = await unit('commune', 'Mường La', other);
  await expect(service.call(setIndicator, stricter(commune))).rejects.toMatchObject({
    type: 'province-lays-down',
  });
  await expect(service.call(setIndicator, stricter(randomUUID()))).rejects.toMatchObject({
    type: 'unit-not-found',
  });
  const theirs = someone('provincial-administrator', [province]);
  await expect(service.call(setIndicator, stricter(other), theirs)).rejects.toMatchObject({
    type: 'unit-not-found',
  });
  await expect(service.call(setIndicator, stricter(null), theirs)).rejects.toMatchObject({
    type: 'outside-area',
  });
  await expect(
    service.call(setIndicator, stricter(province), someone('commune-officer')),
  ).rejects.toMatchObject({ type: 'not-allowed' });
});

test('a share has both parts', async () => {
  const command = { ...stricter(null, '2030-01-01'), denominator: null };
  await expect(service.call(setIndicator, command)).rejects.toMatchObject({
    type: 'indicator-has-the-parts-of-its-shape',
  });
});
