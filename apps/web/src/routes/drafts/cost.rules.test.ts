import type { MemberCost } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { costOf, localOf } from './cost.rules.ts';

const money = fc.integer({ min: 0, max: 50_000_000 });
const yearly = fc.record({ allowance: money, insurance: money, state: money });
const memberCost = fc
  .record({ leader: yearly, deputy: yearly, ordinary: yearly })
  .chain((members) =>
    fc.record({
      commune: fc.constant({ id: 'a', name: 'Đồng Kỳ', kind: 'xã' }),
      members: fc.constant(members),
      team: money,
      deputiesPerTeam: fc.integer({ min: 0, max: 3 }),
    }),
  );
const numbers = fc.record({
  teams: fc.integer({ min: 0, max: 60 }),
  members: fc.integer({ min: 0, max: 300 }),
});

test('a decision that divides its members as it would be read costs the same', () => {
  fc.assert(
    fc.property(numbers, memberCost, (counts, cost) => {
      const leaders = Math.min(counts.teams, counts.members);
      const deputies = Math.min(counts.teams * cost.deputiesPerTeam, counts.members - leaders);
      const ordinary = counts.members - leaders - deputies;
      const divided = costOf({ ...counts, leaders, deputies, ordinary }, cost);
      expect(divided).toEqual(costOf(counts, cost));
    }),
  );
});

test('members of one price cost their number, whatever their positions', () => {
  fc.assert(
    fc.property(numbers, yearly, money, (counts, each, team) => {
      const members = { leader: each, deputy: each, ordinary: each };
      const cost = { members, team, deputiesPerTeam: 1 } as MemberCost;
      const expected = counts.members * localOf(each) + counts.teams * team;
      expect(localOf(costOf(counts, cost)!)).toBe(expected);
    }),
  );
});

test('without numbers or without rates there is no cost', () => {
  const cost = { members: null, team: 0, deputiesPerTeam: 1 } as unknown as MemberCost;
  expect(costOf({ teams: 3, members: 9 }, cost)).toBeNull();
  expect(costOf({ teams: null, members: null }, undefined)).toBeNull();
});
