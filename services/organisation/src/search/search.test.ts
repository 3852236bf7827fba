import {
  getUnit,
  openWorkplace,
  permissionsOf,
  recordInstrument,
  Role,
  search,
} from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { InstrumentEntity } from '../instruments/instrument.entity.ts';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, team } = territory(service);
const on = '2025-01-15';

test('one word finds units, teams, workplaces and documents, without diacritics', async () => {
  const word = `${randomUUID().replace(/[^a-f]/g, '')} đ`;
  const commune = await unit('commune', `Xóm ${word}ầm`, await unit('province', 'Bắc Giang'));
  const village = await unit('village', 'Chằm', commune);
  const [workplaceId, instrumentId] = [randomUUID(), randomUUID()];
  const teamId = await team([village], { name: `Tổ ${word}ông` });
  await service.call(openWorkplace, {
    id: workplaceId,
    code: randomUUID(),
    name: `Nhà ${word}ình`,
    kind: 'culture-house',
    villageId: village,
    lon: 106.2,
    lat: 21.3,
    validFrom: '2024-09-01',
    teamIds: [teamId],
  } as never);
  await service.given(InstrumentEntity, {
    id: instrumentId,
    kind: 'decision',
    number: '1/QĐ-UBND',
    issuer: 'UBND tỉnh',
    title: `Về ${word}ất`,
    searchKey: searchKey(`1/QĐ-UBND Về ${word}ất`),
    signedOn: '2024-07-01',
    effectiveFrom: '2024-07-01',
    effectiveTo: null,
  });
  const question = { q: word.replace('đ', 'd'), on, limit: 8 };
  const found = async (asker?: ReturnType<typeof someone>) =>
    (await service.call(search, question, asker)).groups.map(({ noun, total, items }) => [
      noun,
      total,
      items[0]?.id,
    ]);
  expect(await found()).toEqual([
    ['unit', 1, commune],
    ['team', 1, teamId],
    ['workplace', 1, workplaceId],
    ['instrument', 1, instrumentId],
  ]);
  // What cannot be opened is not found; a document without a territory governs everywhere.
  const elsewhere = someone('area-officer', [await unit('commune', 'Nơi khác')]);
  expect((await found(elsewhere)).map(([noun]) => noun)).toEqual(['instrument']);
  const here = someone('commune-officer', [commune]);
  expect((await found(here)).map(([noun]) => noun)).toContain('team');
  expect((await found(someone('team-leader', [commune]))).map(([noun]) => noun)).not.toContain(
    'instrument',
  );
});

test('a team that was dissolved is found on its last day', async () => {
  const word = randomUUID().replace(/[^a-f]/g, '');
  const village = await unit('village', 'Chằm', await unit('commune', 'Tân Sơn'));
  const id = await team([village], { name: `Tổ ${word}` });
  await service.db.query(`update team set dissolved_on = '2025-01-01' where id = $1`, [id]);
  const { groups } = await service.call(search, { q: word, on, limit: 8 });
  expect(groups).toMatchObject([{ noun: 'team', items: [{ id, on: '2024-12-31' }] }]);
});

test('a sign that means any text elsewhere means itself', async () => {
  expect((await service.call(search, { q: '%', on, limit: 8 })).groups).toEqual([]);
});

test('a document that governs nothing of my area is not found', async () => {
  const word = randomUUID();
  const [here, there] = [await unit('commune', 'Tân Sơn'), await unit('commune', 'Sa Lý')];
  const document = { signedOn: '2024-07-01', effectiveFrom: '2024-07-01', issuer: 'UBND xã' };
  const id = randomUUID();
  await service.call(recordInstrument, {
    ...document,
    id,
    kind: 'decision',
    number: `${id}/QĐ-UBND`,
    title: word,
    territory: [there],
  } as never);
  const found = async (commune: string) =>
    (
      await service.call(search, { q: word, on, limit: 8 }, someone('commune-officer', [commune]))
    ).groups.map(({ noun }) => noun);
  expect(await found(there)).toEqual(['instrument']);
  expect(await found(here)).toEqual([]);
});

const roles = Role.options.filter((role) => permissionsOf[role].includes('unit.read'));

test.each(roles)('a %s finds the units of the own area, and opens each of them', async (role) => {
  const word = randomUUID().replace(/[^a-f]/g, '');
  const [here, there] = [
    await unit('commune', `Xã ${word} ấy`, await unit('province', `Tỉnh ${word}`)),
    await unit('commune', `Xã ${word} kia`, await unit('province', 'Tỉnh khác')),
  ];
  const villages = [
    await unit('village', `Thôn ${word}`, here),
    await unit('village', `Thôn ${word}`, there),
  ];
  const asked = { q: word, on, limit: 20 };
  const found = async (asker: ReturnType<typeof someone>) => {
    const [group] = (await service.call(search, asked, asker)).groups;
    const items = group?.items ?? [];
    expect(items.map(({ noun }) => noun).filter((noun) => noun !== 'unit')).toEqual([]);
    expect(group?.total ?? 0).toBe(items.length);
    for (const { id, on: day } of items) {
      expect((await service.call(getUnit, { id, on: day }, asker)).id).toBe(id);
    }
    return items.map(({ id }) => id).sort();
  };
  expect(await found(someone(role, [here]))).toEqual([here, villages[0]].sort());
  expect(await found(someone(role, [await unit('commune', 'Nơi khác')]))).toEqual([]);
  expect(await found(someone(role))).toHaveLength(5);
});

test('a unit that ended is found by who held it on its last day, not by who holds its place since', async () => {
  const word = randomUUID().replace(/[^a-f]/g, '');
  const [former, successor] = [
    await unit('commune', `Thị trấn ${word}`),
    await unit('commune', `Xã ${word}`),
  ];
  await service.db.query(`update unit_version set valid_to = '2025-07-01' where unit_id = $1`, [
    former,
  ]);
  const area = [
    { unitId: former, from: '1900-01-01', to: '2025-07-01' },
    { unitId: successor, from: '2025-07-01', to: null },
  ];
  const found = async (...areas: typeof area) => {
    const asked = { q: word, on: '2026-03-01', limit: 8 };
    const asker = someone('commune-officer', areas);
    const { groups } = await service.call(search, asked, asker);
    return groups.flatMap(({ items }) => items.map(({ id, on: day }) => [id, day]));
  };
  expect(await found(...area)).toEqual([
    [successor, '2026-03-01'],
    [former, '2025-06-30'],
  ]);
  expect(await found(area[1]!)).toEqual([[successor, '2026-03-01']]);
});
