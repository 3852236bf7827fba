import type { PayrollAct, PayrollStep } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { beginnings, heldPeople, monthDue, stagesOf, takenBack } from './payroll.rules.ts';
import { duty, late, line } from './test-payroll.ts';

const act = (step: PayrollStep, day: number, reason = ''): PayrollAct => ({
  ...{ step, by: step === 'submit' ? 'lap' : 'duyet', reason },
  at: `2026-10-0${day}T01:00:00Z`,
});
const at = '2026-10-01T01:00:00Z';
const reached = (run: Parameters<typeof stagesOf>[0]) =>
  stagesOf(run)
    .filter((stage) => stage.reached)
    .map(({ state, by }) => [state, by]);

test('a run has reached every stage up to its state, and says who led it there', () => {
  const acts = [act('submit', 2), act('approve', 3)];
  expect(reached({ state: 'approved', calculatedAt: at, acts })).toEqual([
    ['calculated', null],
    ['submitted', 'lap'],
    ['approved', 'duyet'],
  ]);
});

test('what was returned is no longer submitted, and the return says why', () => {
  const acts = [act('submit', 2), act('return', 3, 'Thiếu quyết định')];
  expect(reached({ state: 'calculated', calculatedAt: at, acts })).toEqual([['calculated', null]]);
  expect(takenBack({ state: 'calculated', acts })?.reason).toBe('Thiếu quyết định');
  const again = [...acts, act('submit', 4)];
  expect(takenBack({ state: 'submitted', acts: again })).toBeNull();
});

test('a reversed run shows how far it had come', () => {
  const acts = [act('submit', 2), act('approve', 3), act('reverse', 4, 'Lập nhầm tháng')];
  expect(reached({ state: 'reversed', calculatedAt: at, acts }).map(([state]) => state)).toEqual([
    ...['calculated', 'submitted', 'approved'],
  ]);
  expect(stagesOf({ state: 'reversed', calculatedAt: at, acts }).some((one) => one.current)).toBe(
    false,
  );
  expect(takenBack({ state: 'reversed', acts })?.reason).toBe('Lập nhầm tháng');
});

test('the month that is due is the last ended one without a run', () => {
  expect(monthDue('2026-10-05', new Set())).toBe('2026-09');
  expect(monthDue('2026-10-05', new Set(['2026-09', '2026-08']))).toBe('2026-07');
  expect(monthDue('2026-01-05', new Set())).toBe('2025-12');
});

test('whose pay is held is told by any of their lines', () => {
  const held = { ...duty, aside: 'held' as const };
  expect(heldPeople([{ ...line, aside: 'insurer' }, held, late])).toEqual(new Set([duty.personId]));
  expect(heldPeople([line, duty, late])).toEqual(new Set());
});

test('a name stands at the first line of a person', () => {
  expect([...beginnings([line, duty, late])]).toEqual(['71', '73']);
});
