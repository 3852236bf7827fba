import { getMapVersion, listChangeDays, renameUnit } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, jest, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { MapService } from './map.service.ts';

const service = useService(organisation);
const { unit } = territory(service);

test('the days of a version of the map are gathered once, and again when it changed', async () => {
  const id = await unit('commune', 'Tân Lập');
  const ask = jest.spyOn(service.db.manager, 'query');
  const gathered = () => ask.mock.calls.filter(([text]) => text.includes('union')).length;
  const map = new MapService(service.db.manager);
  const first = await map.version();
  expect(first.outlineDays).toContain('2024-01-01');
  expect([await map.version(), await map.version()]).toEqual([first, first]);
  expect(gathered()).toBe(1);

  await service.call(renameUnit, { id, name: 'Tân Tiến', validFrom: '2025-07-01' });
  const next = await map.version();
  expect(next.outlineDays).toContain('2025-07-01');
  expect(next.outlines).toBeGreaterThan(first.outlines);
  ask.mockRestore();
  expect(await service.call(getMapVersion, {})).toEqual(next);
});

test('days of change come as a list with its total', async () => {
  const within = await unit('commune', 'Tân Sơn', null, { from: '2023-01-01' });
  expect(await service.call(listChangeDays, { within })).toEqual({
    items: [{ on: '2023-01-01', what: ['unit'] }],
    nextCursor: null,
    total: 1,
  });
});
