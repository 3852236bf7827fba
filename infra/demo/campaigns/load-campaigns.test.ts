import { getWorkingCalendars, type listReports, type listScores } from '@antt/contracts';
import { addDays, type Output } from '@antt/kernel';
import { connectBus } from '@antt/service-kit';
import { copiedTerritory, StandIn, useService } from '@antt/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { activity } from '../../../services/activity/src/service.ts';
import { loadRunningCampaign, runningPlan } from './load-running-campaign.ts';
import { loadSpecialCampaign } from './load-special-campaign.ts';
import { idOf, roundId, rounds } from './special-campaign.ts';
import { standInClient } from './stand-in-client.ts';

const service = useService(activity);
const { unit, team } = copiedTerritory(service, '2024-07-01');
const ends = { to: '2025-07-01' };
const province = standInClient(service, 'provincial-administrator');
const second = standInClient(service, 'provincial-administrator');

let connection: NatsConnection;
let provinceId: string;
let sent: number;
/** A province of 2 districts, 4 communes and 40 teams that goes through both rounds. */
beforeAll(async () => {
  connection = await connectBus(service.bus.url, 'personnel');
  const days = { off: [], worked: [] };
  new StandIn(connection).answer(getWorkingCalendars, ({ unitIds }) => ({
    country: days,
    items: unitIds.map((unitId) => ({ unitId, ...days })),
  }));
  provinceId = await unit('province', 'Bắc Giang');
  const districts = [];
  for (const name of ['Huyện Lục Ngạn', 'Huyện Yên Thế']) {
    const districtId = await unit('district', name, provinceId, ends);
    districts.push({ id: districtId, name });
    for (const n of [1, 2]) {
      const communeId = await unit('commune', `${name} ${n}`, districtId);
      for (let m = 1; m <= 10; m += 1) {
        const villageId = await unit('village', `Thôn ${m}`, communeId);
        await team([villageId], { name: `Tổ ${m}`, to: '2025-07-01' });
      }
    }
  }
  sent = await loadSpecialCampaign({ province, second }, provinceId, districts);
}, 120_000);
afterAll(() => connection.close());

const scores = (round: number, more = '') =>
  province.get<Output<typeof listScores>>(
    `/campaign-rounds/${roundId(rounds[round - 1]!)}/scores?subject=team&limit=500${more}`,
  );

async function states(round: number): Promise<Record<string, number>> {
  const { items } = await province.get<{ items: { id: string; name: string }[] }>(
    `/reporting-periods?within=${provinceId}&kindCode=TD-01`,
  );
  const { id } = items.find(({ name }) => name === `Đợt ${round}`)!;
  const reports = await province.get<Output<typeof listReports>>(
    `/reports?periodId=${id}&limit=500`,
  );
  const counts: Record<string, number> = {};
  for (const { state } of reports.items) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

test('every team owes a report of both rounds: a few are missing or were returned, the second round is not all read', async () => {
  expect(sent).toBe(78);
  expect(await states(1)).toEqual({ missing: 1, returned: 1, locked: 38 });
  expect(await states(2)).toEqual({ missing: 1, returned: 1, submitted: 2, locked: 36 });
});

test('some reports came late, on the days after the due day of their round', async () => {
  const asked = `/reporting-periods?within=${provinceId}&kindCode=TD-01`;
  const { items } = await province.get<{ items: { id: string; dueOn: string }[] }>(asked);
  expect(items.map(({ dueOn }) => dueOn)).toEqual(['2025-05-19', '2025-02-06']);
  for (const { id } of items) {
    const late = await province.get<Output<typeof listReports>>(
      `/reports?periodId=${id}&timeliness=late&limit=500`,
    );
    const notReturned = late.items.filter(({ state }) => state !== 'returned');
    expect(notReturned.map(({ daysLate }) => daysLate! > 0)).toEqual([true]);
  }
});

test('the first round is ratified with ranks in both groups, but for the one team that is out', async () => {
  const ranking = await scores(1);
  expect(ranking).toMatchObject({ ratified: true, revision: 1, total: 40 });
  expect(ranking.groups).toEqual(['Cụm Huyện Lục Ngạn', 'Cụm Huyện Yên Thế']);
  for (const group of ranking.groups) {
    const ranks = ranking.items.filter((one) => one.group === group).map(({ rank }) => rank);
    expect(ranks[0]).toBe(1);
    expect(ranks.filter((rank) => rank !== null).length).toBeGreaterThanOrEqual(19);
  }
  const out = ranking.items.filter(({ rank }) => rank === null);
  expect(out).toMatchObject([{ grade: null, disqualified: [{ why: 'member-dismissed' }] }]);
  expect(ranking.items.every(({ verified }) => verified)).toBe(true);
  const totals = ranking.items.map(({ total }) => total);
  expect(Math.max(...totals)).toBeGreaterThan(90);
  expect(Math.min(...totals)).toBeGreaterThan(50);
});

test('the second round waits: open, and not everybody verified', async () => {
  const ranking = await scores(2);
  expect(ranking).toMatchObject({ ratified: false, revision: 0, total: 40 });
  expect(ranking.items.filter(({ verified }) => verified)).toHaveLength(28);
});

test('there are two zero-tolerance breaches, one in each round', async () => {
  const breached = [await scores(1, '&state=breached'), await scores(2, '&state=breached')];
  expect(breached.map(({ items }) => items.map(({ breaches }) => breaches))).toEqual([[1], [1]]);
});

test('what the round is scored by is shown as a default of the software, no rule', async () => {
  const { templates, warnings } = await province.get<{
    templates: { subject: string; certainty: string; citation: string }[];
    warnings: { days: number }[];
  }>(`/campaigns/${idOf('plan')}`);
  expect(templates).toMatchObject([
    { subject: 'team', certainty: 'D', citation: 'Mặc định của phần mềm, không phải quy định' },
  ]);
  expect(warnings).toMatchObject([{ days: 92 }]);
});

test('launched in time by all districts but those after the day', async () => {
  const { items } = await province.get<{ items: { heldOn: string | null; daysLate: number }[] }>(
    `/campaigns/${idOf('plan')}/launches`,
  );
  const held = items.filter(({ heldOn }) => heldOn);
  expect(held.map(({ daysLate }) => daysLate)).toEqual([0, 0]);
});

test('another campaign is on today, and its commune has verified its teams', async () => {
  const on = '2026-12-01';
  const own = await unit('province', 'Bắc Ninh', null, { from: '2025-07-01' });
  const communeId = await unit('commune', 'Xã Lục Ngạn', own, { from: '2025-07-01' });
  for (const n of [1, 2]) {
    const villageId = await unit('village', `Thôn ${n}`, communeId, { from: '2025-07-01' });
    await team([villageId], { name: `Tổ ${n}`, from: '2025-07-01' });
  }
  const commune = standInClient(service, 'commune-officer', [communeId]);
  const of = { provinceId: own, communeIds: [communeId], on };
  expect(await loadRunningCampaign({ province, commune }, of)).toBe(2);
  // loaded again it changes nothing
  expect(await loadRunningCampaign({ province, commune }, { ...of, on: addDays(on, 40) })).toBe(0);
  const [first, next] = runningPlan(own, on).rounds;
  expect([first!.from! <= on, on <= first!.to, next!.from! > on]).toEqual([true, true, true]);
  const { rounds: told } = await province.get<{ rounds: { state: string }[] }>(
    `/campaigns/${runningPlan(own, on).id}`,
  );
  expect(told.map(({ state }) => state)).toEqual(['open', 'planned']);
});

test('loaded again it tells nothing twice', async () => {
  expect(await loadSpecialCampaign({ province, second }, provinceId, [])).toBe(0);
});
