import { coversPoint } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit } = territory(service);

test('an outline covers what lies in it and what a phone may be inexact by, on its days alone', async () => {
  const communeId = await unit('commune', 'Tân Lập');
  const covers = async (lon: number, on = '2026-09-01') =>
    (await service.call(coversPoint, { communeId, lon, lat: 21.5, on })).covers;
  expect(await covers(106.5)).toBeNull();
  await service.db.query(
    `insert into boundary (unit_id, level, valid_from, source, geom, shape, shape_low, point)
     select $1, 'commune', '2025-07-01', 'test', geom, st_transform(geom, 3857),
            st_transform(geom, 3857), st_pointonsurface(geom)
       from (select st_multi(st_makeenvelope(106, 21, 107, 22, 4326)) as geom) g`,
    [communeId],
  );
  expect(await covers(106.5)).toBe(true);
  expect(await covers(107.001)).toBe(true);
  expect(await covers(107.01)).toBe(false);
  expect(await covers(106.5, '2025-06-30')).toBeNull();
});
