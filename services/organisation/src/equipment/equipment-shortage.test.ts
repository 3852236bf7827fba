import { issueEquipment, listEquipmentShortages, setQuota } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, team, decision } = territory(service);
const on = '2025-01-01';

/** A commune of four teams of three members; the one in the middle of the list has all that it is due. */
async function commune() {
  const id = await unit('commune', 'Tân Lập', await unit('province', 'Bắc Giang'));
  const teams: string[] = [];
  for (const village of ['Chằm', 'Đồng', 'Giữa', 'Hạ']) {
    teams.push(await team([await unit('village', village, id)]));
  }
  await service.call(setQuota, {
    id: randomUUID(),
    unitId: id,
    instrumentId: await decision(),
    villages: null,
    teams: 4,
    members: 12,
    leaders: null,
    deputies: null,
    ordinary: null,
    note: '',
    validFrom: '2024-07-01',
  });
  const all = await service.call(listEquipmentShortages, { on, within: id, limit: 99 });
  const equipped = all.items[6]!.team.id;
  for (const { item, short } of all.items.filter((line) => line.team.id === equipped)) {
    await service.call(issueEquipment, {
      id: randomUUID(),
      item,
      teamId: equipped,
      workplaceId: null,
      quantity: short,
      receivedOn: '2024-09-01',
      condition: 'good',
      note: '',
    });
  }
  return { id, teams, equipped };
}

test('what teams lack comes page by page as it does at once, whatever the page holds', async () => {
  const { id, equipped } = await commune();
  const question = { on, within: id };
  const all = await service.call(listEquipmentShortages, { ...question, limit: 99 });
  expect(all.nextCursor).toBeNull();
  expect(all.items).toHaveLength(all.total);
  expect(new Set(all.items.map((line) => line.team.id)).size).toBe(3);
  expect(all.items.map((line) => line.team.id)).not.toContain(equipped);
  for (const limit of [1, 2, 3, 5, 7]) {
    const told: typeof all.items = [];
    let cursor: string | undefined;
    do {
      const page = await service.call(listEquipmentShortages, { ...question, limit, cursor });
      expect(page).toMatchObject({ total: all.total, teamsWithoutSize: 0 });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      told.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(told).toEqual(all.items);
  }
});

test('what was made up as a cursor begins the list anew', async () => {
  const { id } = await commune();
  const question = { on, within: id, limit: 3 };
  const first = await service.call(listEquipmentShortages, question);
  expect(await service.call(listEquipmentShortages, { ...question, cursor: '500' })).toEqual(first);
});
