import type { ConsolidationGroup } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { commandGroups, incomplete, proposedPlan } from './plan.rules.ts';

const id = (n: number) => `0199e000-0000-7000-8000-00000000000${n}`;
const team = (n: number) => ({
  ...{ id: id(n), code: `TO-${n}`, name: `Tổ ${n}`, foundedOn: '2024-08-01' },
  ...{ villages: 1, households: 120, share: 3 },
});
const group = {
  id: id(9),
  teams: [team(1), team(2)],
  proposal: { teamId: id(2), name: 'Tổ bảo vệ ANTT thôn Đông' },
} as ConsolidationGroup;
const begin = () => proposedPlan([group], () => id(7));

test('what is proposed is sent as it stands, without choices that nobody filled in', () => {
  expect(commandGroups([group], begin())).toEqual([
    { teamIds: [id(1), id(2)], into: { id: id(2), name: 'Tổ bảo vệ ANTT thôn Đông' }, choices: [] },
  ]);
});

test('a new team needs a code and a name before it can be founded', () => {
  const plan = begin();
  const own = { ...plan[id(9)]!, keepId: null };
  expect(incomplete([group], { [id(9)]: own })).toEqual([id(9)]);
  const named = { [id(9)]: { ...own, newCode: ' TO-9 ' } };
  expect(incomplete([group], named)).toEqual([]);
  expect(commandGroups([group], named)[0]!.into).toEqual({
    ...{ id: id(7), code: 'TO-9', name: 'Tổ bảo vệ ANTT thôn Đông' },
  });
});

test('a group that is left out waits on; a choice that is half filled in counts the rest as none', () => {
  const plan = begin();
  const own = plan[id(9)]!;
  expect(commandGroups([group], { [id(9)]: { ...own, included: false } })).toEqual([]);
  const choices = { [id(1)]: { continuing: 2, leaving: null, note: '' } };
  expect(commandGroups([group], { [id(9)]: { ...own, choices } })[0]!.choices).toEqual([
    { teamId: id(1), continuing: 2, leaving: 0, note: '' },
  ]);
});
