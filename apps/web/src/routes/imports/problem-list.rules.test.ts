import type { RowProblem } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { canChoose, groupProblems, shownProblems } from './problem-list.rules.ts';

const problem = (code: string, at: string | null, severity: RowProblem['severity'] = 'error') => ({
  code,
  at,
  severity,
});
const problems: RowProblem[] = [
  problem('units-left-out', null, 'warning'),
  problem('unit-unknown', 'Phụ lục!B12'),
  problem('members-do-not-add-up', 'Phụ lục!E20'),
  problem('members-do-not-add-up', 'Phụ lục!E21'),
];

test('the same thing stands together, errors first, then what occurs most', () => {
  expect(groupProblems(problems).map(({ code, problems: all }) => [code, all.length])).toEqual([
    ['members-do-not-add-up', 2],
    ['unit-unknown', 1],
    ['units-left-out', 1],
  ]);
});

test('problems are found by their text without diacritics and by their cell', () => {
  const textOf = ({ code }: RowProblem) => (code === 'unit-unknown' ? 'Xã Tân Định' : 'khác');
  const shown = (q: string) =>
    shownProblems(problems, { severity: 'all', q }, textOf).map(({ at }) => at);
  expect(shown('tan dinh')).toEqual(['Phụ lục!B12']);
  expect(shown('e21')).toEqual(['Phụ lục!E21']);
  expect(shownProblems(problems, { severity: 'warning', q: '' }, textOf)).toHaveLength(1);
});

test('a unit is chosen for a row whose name fits none or several, never for the whole file', () => {
  expect(problems.map((one) => canChoose('quotas', one))).toEqual([false, true, false, false]);
  expect(canChoose('quotas', problem('unit-unknown', null))).toBe(false);
});

test('a choice is offered only where the service takes one', () => {
  expect(canChoose('teams', problem('unit-unknown', 'Sheet1!D4'))).toBe(false);
  expect(canChoose('accounts', problem('area-unknown', 'Sheet1!D4'))).toBe(true);
});
