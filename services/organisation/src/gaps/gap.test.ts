import { assignGap, getCoverage, listGaps, setGapOwner, setQuota } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);

async function team(villageIds: string[], from: string, to: string | null = null): Promise<string> {
  const id = randomUUID();
  await service.db.query(
    `insert into team (id, code, name, search_key, founded_on, dissolved_on)
     values ($1, $1::uuid::text, 'Tổ', '', $2, $3)`,
    [id, from, to],
  );
  for (const village of villageIds) {
    await service.db.query(
      `insert into team_village (team_id, village_id, valid_from, valid_to) values ($1, $2, $3, $4)`,
      [id, village, from, to],
    );
  }
  return id;
}

async function quota(unitId: string, teams: number, validFrom: string): Promise<void> {
  const instrumentId = await decision();
  const command = { id: randomUUID(), unitId, instrumentId, teams, members: teams * 3, validFrom };
  await service.call(setQuota, command as never);
}

async function commune() {
  const province = await unit('province', 'Bắc Giang');
  const id = await unit('commune', 'Tân Lập', province);
  const villages = [await unit('village', 'Chằm', id), await unit('village', 'Bầu', id)] as const;
  return { province, id, villages };
}

const gaps = async (within: string, on: string, more: object = {}) =>
  (await service.call(listGaps, { within, on, ...more } as never)).items;
const since = async (within: string, on: string, kind: string) =>
  (await gaps(within, on)).find((row) => row.kind === kind)?.since ?? null;

test('a gap is as old as the day on which the figures first showed it', async () => {
  const { id, villages } = await commune();
  await quota(id, 2, '2024-07-15');
  await team([villages[0]], '2024-08-01');
  const short = (await gaps(id, '2024-09-14')).find(({ kind }) => kind === 'teams-short');
  expect(short).toMatchObject({
    unit: { id, name: 'Tân Lập' },
    since: '2024-07-15',
    ageDays: 61,
    figures: { villages: 2, decided: 2, active: 1, teamsWith: 0 },
  });
});

test('a decision that says the same again does not make the gap younger, one that closes it does', async () => {
  const { id, villages } = await commune();
  await quota(id, 2, '2024-07-15');
  await team([villages[0]], '2024-08-01');
  await quota(id, 2, '2024-12-01');
  expect(await since(id, '2025-01-01', 'teams-short')).toBe('2024-07-15');
  await team([villages[1]], '2025-02-01', '2025-03-01');
  expect(await since(id, '2025-01-31', 'teams-short')).toBe('2024-07-15');
  expect(await since(id, '2025-02-01', 'teams-short')).toBeNull();
  expect(await since(id, '2025-02-28', 'teams-short')).toBeNull();
  expect(await since(id, '2025-03-01', 'teams-short')).toBe('2025-03-01');
});

test('teams that follow each other without a day between do not break nor begin a gap', async () => {
  const { id, villages } = await commune();
  await quota(id, 1, '2024-07-15');
  await team([...villages], '2024-07-15', '2024-10-01');
  await team([...villages], '2024-10-01');
  expect(await since(id, '2024-11-01', 'teams-short')).toBeNull();
  expect(await since(id, '2024-11-01', 'workplace-missing')).toBe('2024-07-15');
});

test('a village without team is a gap since it has none', async () => {
  const { id, villages } = await commune();
  await team([villages[0]], '2024-08-01', '2024-11-01');
  const open = (await gaps(id, '2024-12-01', { kind: 'villages-uncovered' })).map((row) => [
    row.unit.id,
    row.since,
    row.commune?.id,
  ]);
  expect(open).toEqual([
    [villages[1], '2024-01-01', id],
    [villages[0], '2024-11-01', id],
  ]);
});

test('numbers are the province to answer for, teams the commune, until the province says otherwise', async () => {
  const { province, id, villages } = await commune();
  await team([villages[0]], '2024-08-01');
  const owners = async (on: string) =>
    Object.fromEntries(
      (await gaps(id, on)).map(({ kind, owner }) => [kind, owner && [owner.role, owner.unit?.id]]),
    );
  expect(await owners('2024-09-01')).toMatchObject({
    'quota-missing': ['provincial-administrator', province],
    'workplace-missing': ['commune-officer', id],
    'villages-uncovered': ['commune-officer', id],
  });
  await service.call(setGapOwner, {
    kind: 'workplace-missing',
    level: 'province',
    role: 'area-officer',
    source: '',
    validFrom: '2031-01-01',
  });
  expect((await owners('2030-12-31'))['workplace-missing']).toEqual(['commune-officer', id]);
  expect((await owners('2031-01-01'))['workplace-missing']).toEqual(['area-officer', province]);
});

test('who takes a gap is kept by the day, and ends with the gap', async () => {
  const { id, villages } = await commune();
  await quota(id, 1, '2024-07-15');
  const take = (assignee: string, validFrom: string) => ({
    id: randomUUID(),
    unitId: id,
    kind: 'teams-short' as const,
    assignee,
    dueOn: addDays(validFrom, 30),
    note: '',
    validFrom,
  });
  const first = take('Công an xã', '2024-08-01');
  await service.call(assignGap, first);
  await service.call(assignGap, first);
  await service.call(assignGap, take('UBND xã', '2024-09-01'));
  const who = async (on: string) =>
    (await gaps(id, on)).find(({ kind }) => kind === 'teams-short')?.assignment?.assignee ?? null;
  expect([await who('2024-07-20'), await who('2024-08-15'), await who('2024-09-15')]).toEqual([
    null,
    'Công an xã',
    'UBND xã',
  ]);
  expect(await gaps(id, '2024-09-15', { assigned: 'yes' })).toHaveLength(1);
  await team([...villages], '2024-10-01', '2024-11-01');
  expect(await who('2024-11-15')).toBeNull();
});

test('pages give every gap once, oldest first, with counts of every kind', async () => {
  const { id, villages } = await commune();
  await team([villages[0]], '2024-08-01');
  const all = await service.call(listGaps, { within: id, on: '2024-09-01' } as never);
  const kinds: string[] = [];
  let cursor: string | undefined;
  do {
    const asked = { within: id, on: '2024-09-01', limit: 1, cursor };
    const page = await service.call(listGaps, asked as never);
    kinds.push(...page.items.map(({ kind }) => kind));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(kinds).toEqual(all.items.map(({ kind }) => kind));
  expect(all.items.map((row) => row.since)).toEqual([...all.items.map((row) => row.since)].sort());
  expect([all.total, all.counts['villages-uncovered'], all.counts['workplace-missing']]).toEqual([
    kinds.length,
    1,
    1,
  ]);
});

test('the list says of each commune what its coverage says', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const communes: string[] = [];
  for (const n of [0, 1, 2, 3]) {
    const id = await unit('commune', `Xã ${n}`, province);
    communes.push(id);
    const villages = [await unit('village', 'A', id), await unit('village', 'B', id)];
    if (n > 0) await quota(id, n, '2024-07-15');
    for (const village of villages.slice(0, 1 + (n % 2))) await team([village], '2024-08-01');
  }
  const { items } = await service.call(getCoverage, {
    on: '2024-09-01',
    within: province,
    level: 'commune',
  });
  const told = await gaps(province, '2024-09-01', { limit: 1000 });
  for (const { unit: one, gaps: expected } of items) {
    const mine = told.filter(({ commune: of }) => of?.id === one.id).map(({ kind }) => kind);
    expect([...new Set(mine)].sort()).toEqual([...expected].sort());
  }
});

test('gaps outside the own area are nobody’s to see or take', async () => {
  const { id } = await commune();
  const other = await commune();
  const officer = someone('commune-officer', [other.id]);
  const { items } = await service.call(
    listGaps,
    { within: id, on: '2024-09-01' } as never,
    officer,
  );
  expect(items).toEqual([]);
  const command = {
    id: randomUUID(),
    unitId: id,
    kind: 'quota-missing' as const,
    assignee: 'UBND xã',
    dueOn: null,
    note: '',
    validFrom: '2024-09-01',
  };
  await expect(service.call(assignGap, command, officer)).rejects.toMatchObject({
    body: { type: 'unit-not-found' },
  });
  const owner = {
    kind: 'quota-missing' as const,
    level: 'commune' as const,
    role: 'commune-officer' as const,
    source: '',
    validFrom: '2031-01-01',
  };
  const part = someone('provincial-administrator', [other.province]);
  await expect(service.call(setGapOwner, owner, part)).rejects.toMatchObject({
    body: { type: 'outside-area' },
  });
});
