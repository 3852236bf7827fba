import { PolicyDocument } from '@antt/contracts';
import { daysOf } from '@antt/kernel';
import { useService } from '@antt/testing';
import { describe, expect, test } from '@jest/globals';
import { payFixture } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';
import { type PolicyScenario, readPolicyFiles } from './policy-file.ts';

const service = useService(personnel);
const { unit, team, tag, serving, detail, order, shift, trained, owed, priced } =
  payFixture(service);

const dayOf = (month: string, day: number) => `${month}-${String(day).padStart(2, '0')}`;
const dayAfter = (month: string, day: number) => {
  const next = new Date(`${dayOf(month, day)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** Puts the people of a scenario there; answers how many each stands for. */
async function arrange(scenario: PolicyScenario) {
  const { month } = scenario;
  const communeId = await unit('commune', 'Tân Lập', null, { from: '2020-01-01' });
  const villageId = await unit('village', 'Trung', communeId, { from: '2020-01-01' });
  await service.db.query('update unit_version set kind = $2 where unit_id = $1', [
    communeId,
    scenario.in,
  ]);
  await service.db.query('update unit_version set kind = $2 where unit_id = $1', [
    villageId,
    scenario.kind,
  ]);
  await tag(communeId, scenario.communeTags);
  await tag(villageId, scenario.tags);
  const teamId = await team([villageId], { from: '2020-01-01' });
  const orderId = await order(communeId);
  const counts = new Map<string, number>();
  let hasLeader = false;
  for (const each of scenario.people) {
    // a team has one leader a day
    const isFirst = each.position !== 'leader' || !hasLeader;
    hasLeader ||= each.position === 'leader';
    const own = isFirst ? teamId : await team([villageId], { from: '2020-01-01' });
    const first = daysOf(month).from;
    const began = each.since ?? (first < '2024-07-01' ? first : '2024-07-01');
    const member = await serving(
      { communeId, teamId: own },
      {
        position: each.position,
        from: each.from ?? began,
        to: each.to ?? null,
        education: each.education,
        ethnicity: each.minority ? 'Tày' : 'Kinh',
      },
    );
    counts.set(member.personId, each.count);
    for (const [scheme, cover] of [
      ['social', each.socialInsurance],
      ['health', each.healthInsurance],
    ] as const) {
      if (cover !== 'none') await detail(member.personId, { kind: 'insurance', scheme, cover });
    }
    if (each.concurrent)
      await detail(member.personId, { kind: 'other-title', title: 'Trưởng thôn', paid: true });
    if (each.formerAllowance !== undefined) {
      await detail(member.personId, {
        ...{ kind: 'service', force: 'part-time-police', place: 'xã', settlement: '' },
        lastAllowance: each.formerAllowance,
      });
    }
    for (const day of each.nights) {
      await shift(member, [`${dayOf(month, day)}T22:00`, `${dayAfter(month, day)}T06:00`], {
        orderId,
      });
    }
    const byDay = [
      [each.days, {}],
      [each.restDays, { restDay: true }],
      [each.heavyDays, { heavy: true }],
    ] as const;
    for (const [days, how] of byDay) {
      for (const day of days) {
        await shift(member, [`${dayOf(month, day)}T07:00`, `${dayOf(month, day)}T15:00`], {
          orderId,
          ...how,
        });
      }
    }
    if (each.trainingDays.length > 0) {
      await trained(
        member.personId,
        communeId,
        each.trainingDays.map((day) => dayOf(month, day)),
      );
    }
  }
  const cases = [];
  for (const one of scenario.cases) {
    const own = await team([villageId], { from: '2020-01-01' });
    const member = await serving(
      { communeId, teamId: own },
      { position: one.position, from: '2024-01-01' },
    );
    for (const [scheme, cover] of [
      ['social', one.socialInsurance],
      ['health', one.healthInsurance],
    ] as const) {
      if (cover !== 'none') await detail(member.personId, { kind: 'insurance', scheme, cover });
    }
    cases.push({ ...one, ...member, communeId });
  }
  return { communeId, counts, cases };
}

describe.each([...readPolicyFiles()])('%s', (_code, file) => {
  test.each(file.scenarios)('$name', async (scenario) => {
    const { communeId, counts, cases } = await arrange(scenario);
    const people = [...counts.keys()];
    const rows = await owed(
      scenario.month,
      [communeId],
      [file.policy],
      cases.length > 0 ? people : null,
    );
    const sums = new Map<string, number>();
    for (const { personId, code, amount } of rows) {
      // the text is not at hand: a draft shows the line without an amount
      if (amount === null) continue;
      const times = personId === null ? 1 : counts.get(personId)!;
      sums.set(code, (sums.get(code) ?? 0) + amount * times);
    }
    for (const one of cases) {
      for (const { code, amount } of await priced(one, PolicyDocument.parse(file.policy))) {
        if (amount) sums.set(code, (sums.get(code) ?? 0) + amount * one.count);
      }
    }
    expect([...sums.values()].reduce((sum, amount) => sum + amount, 0)).toBe(scenario.total);
    if (scenario.lines) expect(Object.fromEntries(sums)).toEqual(scenario.lines);
  });
});
