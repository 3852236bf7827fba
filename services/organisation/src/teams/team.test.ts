import { dissolveTeam, foundTeam, listTeams } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit } = territory(service);

async function founded() {
  const commune = await unit('commune', 'Tân Lập');
  const village = await unit('village', 'Chằm', commune);
  const id = randomUUID();
  const founding = { foundedOn: '2024-08-01', villageIds: [village, village] };
  await service.call(foundTeam, { id, code: id.slice(0, 8), name: 'Tổ', ...founding } as never);
  const on = (day: string) => service.call(listTeams, { on: day, within: commune, limit: 10 });
  return {
    id,
    villagesOn: async (day: string) => (await on(day)).items.flatMap((t) => t.villages),
  };
}

test('a village that is named twice is held once', async () => {
  const { villagesOn } = await founded();
  expect(await villagesOn('2024-08-01')).toHaveLength(1);
});

test('a team whose dissolving day is corrected keeps its village until the later day', async () => {
  const { id, villagesOn } = await founded();
  await service.call(dissolveTeam, { id, dissolvedOn: '2025-01-01' });
  await service.call(dissolveTeam, { id, dissolvedOn: '2025-06-01' });
  expect(await villagesOn('2025-05-31')).toHaveLength(1);
  expect(await villagesOn('2025-06-01')).toEqual([]);
});

test('a founding that is repeated with other villages is refused, the same one is answered again', async () => {
  const commune = await unit('commune', 'Tân Lập');
  const [one, two] = [
    await unit('village', 'Chằm', commune),
    await unit('village', 'Giữa', commune),
  ];
  const id = randomUUID();
  const found = (...villageIds: string[]) =>
    service.call(foundTeam, {
      id,
      code: id.slice(0, 8),
      name: 'Tổ',
      foundedOn: '2024-08-01',
      decisionNumber: '',
      decisionSignedOn: null,
      villageIds,
    });
  const first = await found(one, two);
  expect(await found(two, one)).toEqual(first);
  await expect(found(one)).rejects.toMatchObject({
    body: { type: 'id-reused', status: 409, id, field: 'villageIds' },
  });
  const [{ payload }] = await service.db.query(
    `select payload from outbox where payload->>'id' = $1`,
    [id],
  );
  expect(payload.villageIds).toEqual([one, two].sort());
});
