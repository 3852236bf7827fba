import { listTeams, renameTeam, search } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, team, chair } = territory(service);

test('a Tổ is listed, sought and found by the name of the day, whatever it is called later', async () => {
  const commune = await unit('commune', 'Tân Lập', await unit('province', 'Bắc Giang'));
  const id = await team([await unit('village', 'Chằm', commune)], { name: 'Tổ Đồng Đinh' });
  const decision = await chair('2024-09-01');
  const renamed = { id, name: 'Tổ Làng Chũ', validFrom: '2099-01-01', decision };
  await service.call(renameTeam, renamed);
  const listed = async (on: string, q: string) => {
    const { items } = await service.call(listTeams, { on, within: commune, q, limit: 10 });
    return items.map(({ name }) => name);
  };
  expect(await listed('2026-01-01', 'dong dinh')).toEqual(['Tổ Đồng Đinh']);
  expect(await listed('2026-01-01', 'lang chu')).toEqual([]);
  expect(await listed('2099-01-01', 'lang chu')).toEqual(['Tổ Làng Chũ']);
  expect(await listed('2099-01-01', 'dong dinh')).toEqual([]);
  const { groups } = await service.call(search, { q: 'to dong dinh', on: '2026-01-01', limit: 5 });
  expect(groups.find(({ noun }) => noun === 'team')?.items).toMatchObject([
    { id, name: 'Tổ Đồng Đinh', on: '2026-01-01' },
  ]);
});
