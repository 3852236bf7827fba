import { listPostings, moveTeam } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { team, place, member } = territory(service);

type Move = Input<typeof moveTeam>;
const move = (fromTeamId: string, toTeamId: string, said: Partial<Move> = {}): Move => ({
  id: randomUUID(),
  fromTeamId,
  toTeamId,
  validFrom: '2025-07-01',
  keepTitles: false,
  decision: decision('2025-06-25'),
  accept: [],
  reason: '',
  dryRun: false,
  ...said,
});
const serving = async (teamId: string, on: string) =>
  (await service.call(listPostings, { teamId, on, limit: 50 })).items;

test('all members move by one decision, titles end, and earlier days stay', async () => {
  const here = await place();
  for (const position of ['leader', 'ordinary', 'ordinary']) await member(here, { position });
  const to = await team([here.villageId]);
  const command = move(here.teamId, to);
  const moved = await service.call(moveTeam, command);
  expect(moved.postings).toHaveLength(3);
  expect(await serving(here.teamId, '2025-06-30')).toHaveLength(3);
  expect(await serving(here.teamId, '2025-07-01')).toEqual([]);
  const now = await serving(to, '2025-07-01');
  expect(now.map(({ position }) => position)).toEqual(['ordinary', 'ordinary', 'ordinary']);
  expect(new Set(now.map((row) => row.decision?.number))).toEqual(
    new Set([command.decision.number]),
  );
  const again = await service.call(moveTeam, command);
  expect(again.postings.map(({ id }) => id).sort()).toEqual(
    moved.postings.map(({ id }) => id).sort(),
  );
});

test('titles are kept where they are free, and nobody moves where a leader is already', async () => {
  const here = await place();
  await member(here, { position: 'leader' });
  await member(here);
  const free = await team([here.villageId]);
  const led = { ...here, teamId: await team([here.villageId]) };
  await member(led, { position: 'leader' });
  await expect(
    service.call(moveTeam, move(here.teamId, led.teamId, { keepTitles: true })),
  ).rejects.toMatchObject({ type: 'team-has-one-leader-a-day' });
  expect(await serving(here.teamId, '2025-07-01')).toHaveLength(2);
  await service.call(moveTeam, move(here.teamId, free, { keepTitles: true }));
  expect((await serving(free, '2025-07-01'))[0]).toMatchObject({ position: 'leader' });
});

test('a move to another commune takes places of its quota, all of them or none', async () => {
  const [here, other] = [await place(), await place(1)];
  for (const name of ['Vũ Văn Ba', 'Hà Thị Tư']) await member(here, { said: { name } });
  await expect(service.call(moveTeam, move(here.teamId, other.teamId))).rejects.toMatchObject({
    type: 'member-quota-exceeded',
    body: { active: 2, limit: 1 },
  });
  expect(await serving(here.teamId, '2025-07-01')).toHaveLength(2);
  expect(await serving(other.teamId, '2025-07-01')).toEqual([]);
});

test('within a commune with a lawful surplus a move takes no place', async () => {
  const here = await place(2);
  await member(here);
  await member(here);
  await service.db.query('update quota set members = 1 where unit_id = $1', [here.communeId]);
  const to = await team([here.villageId]);
  expect((await service.call(moveTeam, move(here.teamId, to))).postings).toHaveLength(2);
});

test('a dry run tells who would move and moves nobody', async () => {
  const here = await place();
  await member(here);
  const to = await team([here.villageId]);
  const told = await service.call(moveTeam, move(here.teamId, to, { dryRun: true }));
  expect(told.postings).toHaveLength(1);
  expect(await serving(to, '2025-07-01')).toEqual([]);
});

test('the members of a team that ends that day move with it', async () => {
  const here = await place();
  await member(here);
  const to = await team([here.villageId]);
  await service.db.query(`update team set dissolved_on = '2025-07-01' where id = $1`, [
    here.teamId,
  ]);
  await service.db.query('select place_teams(array[$1]::uuid[])', [here.teamId]);
  expect((await service.call(moveTeam, move(here.teamId, to))).postings).toHaveLength(1);
});

test('who is to be changed later stops the move, and an empty team has nobody to move', async () => {
  const here = await place();
  const to = await team([here.villageId]);
  await expect(service.call(moveTeam, move(here.teamId, to))).rejects.toMatchObject({
    type: 'team-has-no-members',
  });
  await member(here, { from: '2025-08-01' });
  await expect(service.call(moveTeam, move(here.teamId, to))).rejects.toMatchObject({
    type: 'posting-has-later-changes',
    body: { on: '2025-08-01' },
  });
});

test('an officer moves teams within the own commune only', async () => {
  const [mine, other] = [await place(), await place()];
  await member(mine);
  const officer = someone('commune-officer', [mine.communeId]);
  await expect(
    service.call(moveTeam, move(mine.teamId, other.teamId), officer),
  ).rejects.toMatchObject({ type: 'outside-area' });
});
