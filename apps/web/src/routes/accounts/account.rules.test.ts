import { permissionsOf } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { firstDayAfter, type Grant, grantsInOrder, lastDay, rolesToGive } from './account.rules.ts';

const grant = (id: string, from: string, to: string | null) => ({ id, from, to }) as Grant;

test('roles held today come first, then those to come, then those that are over', () => {
  const grants = [
    grant('over', '2024-07-01', '2025-07-01'),
    grant('to come', '2027-01-01', null),
    grant('held', '2025-07-01', null),
  ];
  expect(grantsInOrder(grants, '2026-11-22').map(({ id }) => id)).toEqual([
    'held',
    'to come',
    'over',
  ]);
  expect(grantsInOrder(grants, '2025-06-30')[0]?.id).toBe('over');
});

test('nobody is offered a role that can do more than their own', () => {
  expect(rolesToGive(permissionsOf['provincial-administrator'])).toHaveLength(7);
  expect(rolesToGive(permissionsOf['commune-officer'])).toEqual([
    'area-officer',
    'commune-officer',
    'team-leader',
    'agency-officer',
  ]);
});

test('people say until 30 June, the platform until 1 July excluded', () => {
  expect(lastDay('2025-07-01')).toBe('2025-06-30');
  expect(firstDayAfter('2025-06-30')).toBe('2025-07-01');
  expect([lastDay(null), firstDayAfter(null)]).toEqual([null, null]);
});
