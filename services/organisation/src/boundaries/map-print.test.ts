import { frameMap, listOutlines } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit } = territory(service);
const on = '2024-09-01';

async function outlined(unitId: string, boxes: [number, number, number, number][]): Promise<void> {
  await service.db.query(
    `insert into boundary (unit_id, level, valid_from, source, geom, shape, shape_low, point)
     select $1, 'commune', '2024-01-01', 'test', geom, st_transform(geom, 3857),
            st_transform(geom, 3857), st_pointonsurface(geom)
       from (select st_multi(st_union(st_makeenvelope((b->>0)::float8, (b->>1)::float8,
                                                      (b->>2)::float8, (b->>3)::float8, 4326))) as geom
               from jsonb_array_elements($2::jsonb) b) g`,
    [unitId, JSON.stringify(boxes)],
  );
}

test('a map in metres keeps distances: measured on the paper and on the globe they agree', async () => {
  const province = await unit('province', 'Bắc Giang');
  const commune = await unit('commune', 'Tân Lập', province);
  await outlined(commune, [[106, 21, 107, 22]]);
  const { projection, box, islands } = await service.call(frameMap, { on, within: province });
  const [globe] = await service.db.query(
    `select st_distance(st_makepoint(106, 21)::geography, st_makepoint(106, 22)::geography) as metres`,
  );
  const asked = { on, within: province, level: 'commune', projection, box, tolerance: 0 } as const;
  const { items } = await service.call(listOutlines, asked as never);
  const corners = items[0]!.rings[0]!;
  const points = Array.from({ length: 4 }, (_, n) => [corners[2 * n]!, corners[2 * n + 1]!]);
  const west = points.sort((a, b) => a[0]! - b[0]!).slice(0, 2);
  const side = Math.hypot(west[0]![0]! - west[1]![0]!, west[0]![1]! - west[1]![1]!);
  expect(islands).toBe(false);
  expect(side / globe.metres).toBeCloseTo(1, 4);
});

test('far islands do not shrink the mainland: they are told apart', async () => {
  const province = await unit('province', 'Khánh Hòa');
  const commune = await unit('commune', 'Nha Trang', province);
  const islands = await unit('commune', 'Trường Sa', province);
  await outlined(commune, [[109, 12, 109.5, 12.5]]);
  await outlined(islands, [[114, 9, 114.1, 9.1]]);
  const framed = await service.call(frameMap, { on, within: province });
  expect(framed.islands).toBe(true);
  expect(framed.box![2] - framed.box![0]).toBeLessThan(60_000);
});

test('neighbours are drawn without being inside, page after page', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const [mine, other] = [
    await unit('commune', 'A', province),
    await unit('commune', 'B', province),
  ];
  await outlined(mine, [[103, 20, 103.1, 20.1]]);
  await outlined(other, [[103.1, 20, 103.2, 20.1]]);
  const asked = {
    on,
    within: mine,
    level: 'commune' as const,
    projection: { lon: 103.1, lat: 20.05 },
    box: [-20_000, -20_000, 20_000, 20_000] as [number, number, number, number],
    tolerance: 10,
    limit: 1,
  };
  const first = await service.call(listOutlines, asked);
  const second = await service.call(listOutlines, { ...asked, cursor: first.nextCursor! });
  const all = [...first.items, ...second.items];
  expect([first.total, second.nextCursor]).toEqual([2, null]);
  expect(Object.fromEntries(all.map(({ id, inside }) => [id, inside]))).toEqual({
    [mine]: true,
    [other]: false,
  });
});
