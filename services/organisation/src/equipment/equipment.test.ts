import {
  checkEquipment,
  issueEquipment,
  listEquipment,
  listEquipmentNeeds,
  listEquipmentNorms,
  listEquipmentShortages,
  mergeTeams,
  openWorkplace,
  setQuota,
  withdrawEquipment,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { needOf, serviceEnd, totalsOf } from './equipment.rules.ts';

const service = useService(organisation);
const { unit, team: founded, decision } = territory(service);

/** A commune whose quota makes its one team so large. */
async function commune(size: number | null) {
  const id = await unit('commune', 'Tân Lập', await unit('province', 'Bắc Giang'));
  const team = await founded([await unit('village', 'Chằm', id)]);
  if (size !== null) {
    const quota = { id: randomUUID(), unitId: id, instrumentId: await decision() };
    await service.call(setQuota, {
      ...quota,
      teams: 1,
      members: size,
      validFrom: '2024-07-01',
    } as Input<typeof setQuota>);
  }
  const shortages = async (on: string) => {
    const answer = await service.call(listEquipmentShortages, { on, within: id, limit: 99 });
    return Object.fromEntries(answer.items.map(({ item, short }) => [item, short]));
  };
  const needs = async (year: number) => {
    const answer = await service.call(listEquipmentNeeds, { year, within: id, limit: 99 });
    return Object.fromEntries(answer.items.map((need) => [need.item, need.need]));
  };
  const issue = (item: string, quantity: number, receivedOn = '2024-09-01', more: object = {}) => {
    const given = { id: randomUUID(), item, teamId: team, quantity, receivedOn, ...more };
    return service.call(issueEquipment, given as Input<typeof issueEquipment>);
  };
  return { id, team, shortages, needs, issue };
}
const gone = (equipmentId: string, quantity: number, on: string) =>
  service.call(withdrawEquipment, {
    id: randomUUID(),
    equipmentId,
    kind: 'write-off',
    quantity,
    on,
    reason: 'Hỏng',
  });

test('a workplace of another commune takes neither equipment nor a merged team', async () => {
  const place = await commune(5);
  const village = await unit('village', 'Chung', place.id);
  const teams = [await founded([village]), await founded([village])];
  const there = await unit('village', 'Xa', (await commune(5)).id);
  const workplaceId = randomUUID();
  await service.call(openWorkplace, {
    ...{ id: workplaceId, code: workplaceId, name: 'Trụ sở', kind: 'office', villageId: there },
    ...{ lon: 106, lat: 21, validFrom: '2024-09-01' },
  } as Input<typeof openWorkplace>);
  const officer = someone('commune-officer', [place.id]);
  const refused = { body: { type: 'workplace-not-found' } };
  const desk = { id: randomUUID(), item: 'desk', teamId: place.team, quantity: 1 };
  await expect(
    service.call(
      issueEquipment,
      { ...desk, workplaceId, receivedOn: '2024-10-01' } as Input<typeof issueEquipment>,
      officer,
    ),
  ).rejects.toMatchObject(refused);
  const merger = { id: randomUUID(), on: '2024-12-01', teamIds: teams, into: { id: teams[0] } };
  const signed = { number: '1/QĐ', signedOn: '2024-11-30', basedOn: await decision() };
  await expect(
    service.call(
      mergeTeams,
      { ...merger, workplaceId, decision: signed } as Input<typeof mergeTeams>,
      officer,
    ),
  ).rejects.toMatchObject(refused);
});

test('the table of Decree 40/2024/NĐ-CP stands in the norms from 1 July 2024, and not before', async () => {
  expect((await service.call(listEquipmentNorms, { on: '2024-06-30' })).items).toEqual([]);
  const { items } = await service.call(listEquipmentNorms, { on: '2024-07-01' });
  const due = (item: string, size: number) =>
    items.find((n) => n.item === item && n.sizeFrom <= size && (n.sizeTo ?? size) >= size);
  expect(due('desk', 5)).toMatchObject({ least: 3, most: 4, serviceYears: 10 });
  expect(due('desk', 21)).toMatchObject({ least: 20, most: 30, sizeTo: null });
  expect(due('cabinet', 6)).toMatchObject({ least: 3, most: 5 });
  expect(due('chair', 12)).toMatchObject({ perMember: true, least: null });
  expect(due('bed', 15)).toMatchObject({ least: 6, most: 7 });
  expect(due('bed', 16)).toBeUndefined();
  expect(new Set(items.map(({ source }) => source))).toEqual(
    new Set(['Nghị định 40/2024/NĐ-CP, Điều 4']),
  );
});

test.each([
  [2, { desk: 3, 'meeting-table': 1, chair: 2, cabinet: 1, bed: 2 }],
  [3, { desk: 3, 'meeting-table': 1, chair: 3, cabinet: 1, bed: 2 }],
  [5, { desk: 3, 'meeting-table': 1, chair: 5, cabinet: 1, bed: 2 }],
  [6, { desk: 6, 'meeting-table': 1, chair: 6, cabinet: 3, bed: 4 }],
  [11, { desk: 11, 'meeting-table': 1, chair: 11, cabinet: 6, bed: 6 }],
  [20, { desk: 16, 'meeting-table': 2, chair: 20, cabinet: 6 }],
  [25, { desk: 20, 'meeting-table': 3, chair: 25, cabinet: 10 }],
])('a team of %i that has nothing lacks the least of its band (law BR-63)', async (size, lacks) => {
  const { shortages } = await commune(size);
  expect(await shortages('2025-01-01')).toEqual(lacks);
});

test('of a team whose size nobody has decided nothing is said but that', async () => {
  const { id } = await commune(null);
  const question = { on: '2025-01-01', within: id, limit: 99 };
  const answer = await service.call(listEquipmentShortages, question);
  expect(answer).toMatchObject({ items: [], teamsWithoutSize: 1 });
});

test('what is issued serves from its day for ten years, unless it breaks or goes', async () => {
  const { shortages, issue } = await commune(3);
  const desks = await issue('desk', 3);
  expect(desks.serviceEndsOn).toBe('2034-09-01');
  expect((await shortages('2024-08-31')).desk).toBe(3);
  expect((await shortages('2024-09-01')).desk).toBeUndefined();
  expect((await shortages('2034-08-31')).desk).toBeUndefined();
  expect((await shortages('2034-09-01')).desk).toBe(3);
  await gone(desks.id, 2, '2026-01-01');
  expect((await shortages('2025-12-31')).desk).toBeUndefined();
  expect((await shortages('2026-01-01')).desk).toBe(2);
  await service.call(checkEquipment, { id: desks.id, condition: 'broken', on: '2027-01-01' });
  expect((await shortages('2026-12-31')).desk).toBe(2);
  expect((await shortages('2027-01-01')).desk).toBe(3);
});

test('no more is withdrawn than is left, also by two at once', async () => {
  const { issue } = await commune(3);
  const { id } = await issue('chair', 3);
  const both = await Promise.allSettled([gone(id, 2, '2025-01-01'), gone(id, 2, '2025-01-01')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(gone(id, 2, '2025-02-01')).rejects.toMatchObject({
    body: { type: 'equipment-not-enough', left: 1, quantity: 2 },
  });
  await expect(gone(id, 1, '2024-08-31')).rejects.toMatchObject({
    body: { type: 'equipment-not-there-yet', day: '2024-09-01' },
  });
});

test('a year needs what is short on its first day and what falls due within it', async () => {
  const { needs, issue } = await commune(3);
  await issue('desk', 2);
  await issue('desk', 2, '2026-03-01', { serviceEndsOn: '2030-06-01' });
  // four desks for the three that are due: of the two that end in 2030 one is missed
  expect((await needs(2026)).desk).toBe(1);
  expect((await needs(2027)).desk).toBeUndefined();
  expect((await needs(2030)).desk).toBe(1);
  expect((await needs(2034)).desk).toBe(3);
});

test('the needs of an area are added up for each kind, whatever the page', async () => {
  const whole = async (limit: number) =>
    service.call(listEquipmentNeeds, { year: 2026, within: (await commune(3)).id, limit });
  const { items, totals } = await whole(1);
  expect(items).toHaveLength(1);
  expect(totals.map(({ item }) => item)).toEqual((await whole(99)).items.map(({ item }) => item));
  const [two, one] = [{ teams: 1, short: 3, fallsDue: 1, need: 4 }, items[0]!];
  expect(totalsOf([one, { ...one, ...two }])).toMatchObject([
    { item: one.item, teams: one.teams + 1, short: one.short + 3, need: one.need + 4 },
  ]);
});

test('an issue that is repeated is the same one, and one of a thing that no norm knows is refused', async () => {
  const { id: within, team, issue } = await commune(3);
  const id = randomUUID();
  const first = await issue('desk', 2, '2024-09-01', { id });
  expect(await issue('desk', 2, '2024-09-01', { id })).toEqual(first);
  await expect(issue('desk', 3, '2024-09-01', { id })).rejects.toMatchObject({
    body: { type: 'id-reused', field: 'quantity' },
  });
  await expect(issue('helicopter', 1)).rejects.toMatchObject({
    body: { type: 'equipment-item-unknown', item: 'helicopter' },
  });
  const { items } = await service.call(listEquipment, { on: '2025-01-01', within, limit: 9 });
  expect(items).toMatchObject([
    { id, name: 'Bàn làm việc cá nhân', left: 2, team: { id: team }, isDue: false },
  ]);
  const stranger = someone('commune-officer', [(await commune(3)).id]);
  await expect(
    service.call(checkEquipment, { id, condition: 'worn', on: '2025-01-01' }, stranger),
  ).rejects.toMatchObject({ body: { type: 'equipment-not-found' } });
});

test('after the year a team that bought its need has the least it is due, and never bought too much', () => {
  const count = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(count, count, count, (least, usable, falling) => {
      const fallsDue = Math.min(falling, usable);
      const need = needOf({ least, usable }, fallsDue);
      expect(need.short + need.fallsDue).toBe(need.need);
      const afterwards = usable - fallsDue + need.need;
      expect(afterwards).toBeGreaterThanOrEqual(least);
      expect(need.need === 0 || afterwards === least).toBe(true);
    }),
  );
});

test('a service life ends on its anniversary', () => {
  expect(serviceEnd('2024-09-01', 10)).toBe('2034-09-01');
  expect(serviceEnd('2024-02-29', 10)).toBe('2034-03-01');
});

test('what stands in a workplace is listed there, and not what the team keeps elsewhere', async () => {
  const place = await commune(5);
  const workplaceId = randomUUID();
  await service.call(openWorkplace, {
    ...{ id: workplaceId, code: workplaceId, name: 'Trụ sở', kind: 'office' },
    villageId: await unit('village', 'Trụ', place.id),
    ...{ lon: 106, lat: 21, validFrom: '2024-09-01' },
  } as Input<typeof openWorkplace>);
  const there = await place.issue('desk', 2, '2024-10-01', { workplaceId });
  await place.issue('desk', 1, '2024-10-01');
  const question = { on: '2024-12-01', workplaceId, limit: 10 };
  const { items, total } = await service.call(listEquipment, question);
  expect(items).toMatchObject([{ id: there.id, left: 2, workplace: { name: 'Trụ sở' } }]);
  expect(total).toBe(1);
});
