import type { AllowanceTotal } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { headScale, monthsOf, perHead, pivotOf, readAsked, yearUpTo } from './totals.rules.ts';

const unit = { id: '0199e700-0000-7000-8000-000000000009', code: '1', name: 'Tân Sơn', kind: 'xã' };
const row = (month: string, amount: number): AllowanceTotal => ({
  ...{
    unit,
    month,
    item: null,
    position: null,
    source: null,
    payee: null,
    people: 6,
    lines: 6,
    amount,
  },
});

test('without a question the last month that was paid is asked for', () => {
  expect(readAsked(new URLSearchParams(), '2026-09', '2026-11-05')).toEqual({
    ...{ from: '2026-09', to: '2026-09', by: ['unit'], level: 'commune', status: 'closed' },
    restate: undefined,
  });
  const nothingPaid = readAsked(new URLSearchParams('by=item,wrong'), null, '2026-11-05');
  expect(nothingPaid).toMatchObject({ to: '2026-10', by: ['item'], status: 'all' });
});

test('a year is twelve months, both ends included', () => {
  const year = yearUpTo('2026-03');
  expect(year).toEqual({ from: '2025-04', to: '2026-03' });
  expect(monthsOf(year)).toHaveLength(12);
});

test('months stand beside one another, and a line adds them up', () => {
  const { months, lines } = pivotOf([row('2026-08', 100), row('2026-09', 200)]);
  expect(months).toEqual(['2026-08', '2026-09']);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ people: 12, amount: 300 });
  expect(lines[0]!.months.get('2026-09')).toBe(200);
});

test('an amount per head is of somebody, and communes are divided into classes by it', () => {
  expect(perHead({ amount: 100, people: 3 })).toBe(33);
  expect(perHead({ amount: 0, people: 0 })).toBeNull();
  expect(headScale([1, 2, 3, 4, 5]).classes).toHaveLength(5);
  expect(headScale([7]).classes).toEqual([{ from: null, to: null, colour: '#ffffcc' }]);
});
