import { dissolveTeam, openWorkplace } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, team: founded, chair } = territory(service);

async function place() {
  const commune = await unit('commune', 'Tân Lập');
  const villageId = await unit('village', 'Chằm', commune);
  const team = () => founded([villageId]);
  const open = (teamIds: string[], validFrom = '2024-09-01', id = randomUUID() as string) =>
    service.call(openWorkplace, {
      id,
      code: id.slice(0, 8),
      name: 'Nhà văn hóa',
      kind: 'culture-house',
      address: '',
      villageId,
      lon: 106.2,
      lat: 21.3,
      validFrom,
      teamIds,
    });
  return { team, open };
}

test('a workplace serves no team that does not exist, or is not active on its first day', async () => {
  const { team, open } = await place();
  const id = await team();
  const nobody = randomUUID();
  await expect(open([nobody])).rejects.toMatchObject({
    body: { type: 'team-not-found', id: nobody, on: '2024-09-01' },
  });
  await expect(open([id], '2024-07-31')).rejects.toMatchObject({
    body: { type: 'team-not-active', status: 422, id, on: '2024-07-31', foundedOn: '2024-08-01' },
  });
  await service.call(dissolveTeam, { id, dissolvedOn: '2025-01-01', decision: await chair() });
  await expect(open([id], '2025-01-01')).rejects.toMatchObject({
    body: { type: 'team-not-active', id, on: '2025-01-01', dissolvedOn: '2025-01-01' },
  });
  await open([id], '2024-12-31');
  const [stay] = await service.db.query(`select valid_to from team_workplace where team_id = $1`, [
    id,
  ]);
  expect(stay.valid_to).toBe('2025-01-01');
});

test('an opening that is repeated with other teams is refused, the same one is answered again', async () => {
  const { team, open } = await place();
  const [one, two] = [await team(), await team()];
  const id = randomUUID();
  const first = await open([one, two], '2024-09-01', id);
  expect(await open([two, one], '2024-09-01', id)).toEqual(first);
  await expect(open([one], '2024-09-01', id)).rejects.toMatchObject({
    body: { type: 'id-reused', status: 409, id, field: 'teamIds' },
  });
});
