import { addWorkingDays, isWorkingDay } from '@antt/kernel';
import { getWorkingCalendars, listHolidays, removeHoliday, setHoliday } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';
import { workingCalendar } from './working-calendar.ts';

const service = useService(personnel);
const { unit } = territory(service);

const local = (unitId: string | null, day: string, worked = false) => ({
  id: randomUUID(),
  day,
  name: 'Ngày hội của tỉnh',
  source: 'Quyết định 5/QĐ-UBND ngày 01/02/2028',
  unitId,
  worked,
});

test('five working days before Tết of 2026 end after it', async () => {
  const communeId = await unit('commune', 'Tân Lập');
  const calendar = await workingCalendar(service.db.manager, communeId);
  expect(addWorkingDays('2026-02-12', 5, calendar)).toBe('2026-02-26');
});

test('each Tết of the shipped years is free, and eleven days of every past year are', async () => {
  const calendar = await workingCalendar(service.db.manager, randomUUID());
  for (const day of ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06']) {
    expect(isWorkingDay(day, calendar)).toBe(false);
  }
  const { items } = await service.call(listHolidays, { from: '2024-01-01', to: '2026-12-31' });
  const lawful = items.filter(({ source }) => source.includes('Điều 112'));
  for (const year of ['2024', '2025', '2026']) {
    expect(lawful.filter(({ day }) => day.startsWith(year))).toHaveLength(11);
  }
  // what was taken off in exchange was worked on another day
  const exchanged = items.filter(({ source }) => source.startsWith('Hoán đổi'));
  expect(exchanged.filter(({ worked }) => worked)).toHaveLength(exchanged.length / 2);
});

test("a province's own holiday holds for its communes and for no other's", async () => {
  const [province, other] = [await unit('province', 'Bắc Ninh'), await unit('province', 'Huế')];
  const [here, there] = [
    await unit('commune', 'Tân Lập', province),
    await unit('commune', 'Phú Lộc', other),
  ];
  await service.call(setHoliday, local(province, '2028-03-01'));
  const of = async (communeId: string) =>
    isWorkingDay('2028-03-01', await workingCalendar(service.db.manager, communeId));
  expect([await of(here), await of(there)]).toEqual([false, true]);
  const { country, items } = await service.call(getWorkingCalendars, {
    unitIds: [province, other],
  });
  expect(items.map(({ off }) => off.includes('2028-03-01'))).toEqual([true, false]);
  expect(country.off).not.toContain('2028-03-01');
  expect(country.off).toContain('2026-02-17');
  const named = await service.call(listHolidays, { from: '2028-01-01', within: there });
  expect(named.items).toEqual([]);
});

test('what is said again of a day takes the place of what was said before', async () => {
  const first = local(null, '2028-04-01', true);
  await service.call(setHoliday, first);
  const second = { ...local(null, '2028-04-01'), name: 'Ngày nghỉ' };
  await service.call(setHoliday, second);
  const asked = { from: '2028-04-01', to: '2028-04-01' };
  expect((await service.call(listHolidays, asked)).items).toMatchObject([
    { id: second.id, name: 'Ngày nghỉ', worked: false },
  ]);
  await service.call(removeHoliday, { id: second.id });
  expect((await service.call(listHolidays, asked)).items).toEqual([]);
  await expect(service.call(removeHoliday, { id: second.id })).rejects.toMatchObject({
    type: 'holiday-not-found',
  });
});

test('only a weekend day is worked in exchange', async () => {
  await expect(service.call(setHoliday, local(null, '2028-05-03', true))).rejects.toMatchObject({
    type: 'worked-in-exchange-is-a-weekend-day',
  });
});

test("the country's holidays are for who answers for all of it", async () => {
  const province = await unit('province', 'Bắc Ninh');
  const of = someone('provincial-administrator', [province]);
  await expect(service.call(setHoliday, local(null, '2028-06-01'), of)).rejects.toMatchObject({
    type: 'outside-area',
  });
  await service.call(setHoliday, local(province, '2028-06-01'), of);
  await expect(
    service.call(setHoliday, local(province, '2028-06-02'), someone('commune-officer', [province])),
  ).rejects.toMatchObject({ type: 'not-allowed' });
});
