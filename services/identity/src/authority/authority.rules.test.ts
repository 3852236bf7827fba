import { someone } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { permissionsToGrant, placesOf, placesOfArea, reachOf, rootsOn } from './authority.rules.ts';

const [district, commune, other] = ['district', 'commune', 'other'] as const;
const former = { unitId: district, from: '2024-07-01', to: '2025-07-01' };
const successor = { unitId: commune, from: '2025-07-01', to: null };

test('a role is given only by who holds all that it may do, by one role', () => {
  const auditor = someone('auditor');
  expect(reachOf(auditor, permissionsToGrant('team-leader'))).toEqual([]);
  expect(reachOf(someone('provincial-administrator'), permissionsToGrant('auditor'))).toBe('all');
  const both = {
    ...auditor,
    grants: [...auditor.grants, ...someone('provincial-administrator', [commune]).grants],
  };
  expect(reachOf(both, permissionsToGrant('auditor'))).toMatchObject([{ unitId: commune }]);
});

test('the top units of an area follow the day', () => {
  expect(rootsOn([former, successor], '2025-06-30')).toEqual([district]);
  expect(rootsOn([former, successor], '2025-07-01')).toEqual([commune]);
});

test('a unit is looked for on its first day and whenever the reach changes', () => {
  const unit = { unitId: other, from: '2025-01-01', to: null };
  expect(placesOf(unit, [former, successor], '1900-01-01')).toEqual([
    { unitId: other, on: '2025-01-01' },
    { unitId: other, on: '2025-07-01' },
  ]);
  expect(placesOf(unit, [former, successor], '2026-11-22')).toEqual([
    { unitId: other, on: '2026-11-22' },
  ]);
});

test('what ended before does not count, unless the whole area has', () => {
  expect(placesOfArea([former, successor], [], '2026-11-22')).toEqual([
    { unitId: commune, on: '2026-11-22' },
  ]);
  expect(placesOfArea([former], [], '2026-11-22')).toEqual([
    { unitId: district, on: '2024-07-01' },
  ]);
});
