import { expect, test } from '@jest/globals';
import { editedUnits, faultyUnits, fullNamesOf, unitsOf } from './area.rules.ts';

const district = '0199a000-0000-7000-8000-000000000001';
const commune = '0199a000-0000-7000-8000-000000000002';

test('a former district and its successors make one area, edited with the last day included', () => {
  const units = [
    { unitId: district, from: '2024-07-01', to: '2025-07-01' },
    { unitId: commune, from: '2025-07-01', to: null },
  ];
  const edited = editedUnits(units);
  expect(edited[0]).toMatchObject({ from: '2024-07-01', last: '2025-06-30' });
  expect(unitsOf(edited)).toEqual(units);
  expect(faultyUnits(edited).size).toBe(0);
});

test('a unit stands in an area once a day, and ends after it begins', () => {
  const row = (key: string, from: string, last: string | null) => ({
    key,
    unitId: commune,
    from,
    last,
  });
  expect(faultyUnits([row('a', '2025-07-01', null), row('b', '2026-01-01', null)]).size).toBe(2);
  expect(
    faultyUnits([row('a', '2025-07-01', '2025-12-31'), row('b', '2026-01-01', null)]).size,
  ).toBe(0);
  expect([...faultyUnits([row('a', '2025-07-01', '2025-06-30')])]).toEqual(['a']);
});

test('two communes of one name are told apart by their kinds', () => {
  const unitNames = { [district]: 'Tân Sơn', [commune]: 'Tân Sơn' };
  const unitKinds = { [district]: 'phường', [commune]: 'xã' } as const;
  expect(fullNamesOf({ unitNames, unitKinds })).toEqual({
    [district]: 'Phường Tân Sơn',
    [commune]: 'Xã Tân Sơn',
  });
});
