import { changePosting, getPerson, listPostings, recognise } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { unit, team, quota, place, person, member } = territory(service);

const plain = { accept: [], reason: '', dryRun: false };
const recognition = (personId: string, teamId: string, validFrom = '2024-08-01') => ({
  ...plain,
  id: randomUUID(),
  personId,
  teamId,
  position: 'ordinary' as const,
  validFrom,
  decision: decision(),
});

test('fifty simultaneous recognitions never exceed the quota', async () => {
  const { communeId, teamId } = await place(7);
  const people: string[] = [];
  for (let n = 0; n < 50; n++) people.push(await person(communeId));
  const outcomes = await Promise.allSettled(
    people.map((id) => service.call(recognise, recognition(id, teamId))),
  );
  const refused = outcomes.filter((one) => one.status === 'rejected');
  expect(outcomes.length - refused.length).toBe(7);
  for (const { reason } of refused) expect(reason.type).toBe('member-quota-exceeded');
  const [{ count }] = await service.db.query(
    'select count(*)::int from posting where team_id = $1',
    [teamId],
  );
  expect(count).toBe(7);
}, 60_000);

test('the quota of the very day counts, also for a recognition dated back', async () => {
  const communeId = await unit('commune', 'Tân Lập');
  const teamId = await team([await unit('village', 'Trung', communeId)]);
  await quota(communeId, 1, { from: '2024-07-01', to: '2025-01-01' });
  await quota(communeId, 2, { from: '2025-01-01' });
  const [first, second, third] = [
    await person(communeId),
    await person(communeId),
    await person(communeId),
  ];
  await service.call(recognise, recognition(first, teamId, '2024-08-01'));
  await expect(
    service.call(recognise, recognition(second, teamId, '2024-12-31')),
  ).rejects.toMatchObject({
    type: 'member-quota-exceeded',
    body: { on: '2024-12-31', active: 2, limit: 1 },
  });
  await service.call(recognise, recognition(second, teamId, '2025-01-01'));
  // dated back to a day with a free place, it would be one too many from the day the second began
  await expect(
    service.call(recognise, recognition(third, teamId, '2024-07-15')),
  ).rejects.toMatchObject({ type: 'member-quota-exceeded' });
});

test('a commune without a decision on numbers recognises nobody', async () => {
  const communeId = await unit('commune', 'Tân Lập');
  const teamId = await team([await unit('village', 'Trung', communeId)]);
  await expect(
    service.call(recognise, recognition(await person(communeId), teamId)),
  ).rejects.toMatchObject({ type: 'member-quota-missing' });
});

test('a team has one leader on any day', async () => {
  const here = await place();
  await member(here, { position: 'leader' });
  await expect(member(here, { position: 'leader' })).rejects.toMatchObject({
    type: 'team-has-one-leader-a-day',
  });
});

test('a person serves in one team on any day', async () => {
  const here = await place();
  const { personId } = await member(here);
  const other = await team([here.villageId]);
  await expect(service.call(recognise, recognition(personId, other))).rejects.toMatchObject({
    type: 'person-serves-in-one-team-a-day',
  });
});

test('somebody of seventeen is refused, somebody of seventy-one needs a reason', async () => {
  const { communeId, teamId } = await place();
  const young = await person(communeId, { birthDate: '2006-08-02' });
  await expect(service.call(recognise, recognition(young, teamId))).rejects.toMatchObject({
    type: 'recognition-rule-broken',
  });
  const old = await person(communeId, { birthDate: '1953-05-01' });
  const command = recognition(old, teamId);
  await expect(service.call(recognise, command)).rejects.toMatchObject({
    type: 'recognition-rule-not-accepted',
  });
  await expect(
    service.call(recognise, { ...command, accept: ['person-over-age'] }),
  ).rejects.toMatchObject({ type: 'recognition-acceptance-without-reason' });
  const reason = 'Quyết định riêng 15/QĐ-UBND, sức khỏe bảo đảm';
  await service.call(recognise, { ...command, accept: ['person-over-age'], reason });
  const { items } = await service.call(listPostings, { personId: old, limit: 10 });
  expect(items).toMatchObject([{ accepted: ['person-over-age'], reason }]);
});

test('a dry run tells what would be broken and writes nothing', async () => {
  const { communeId, teamId } = await place();
  const id = await person(communeId, { education: null });
  const told = await service.call(recognise, { ...recognition(id, teamId), dryRun: true });
  expect(told.findings).toMatchObject([{ rule: 'education-unknown', severity: 'soft' }]);
  expect(await service.call(getPerson, { id, on: '2024-09-01' })).toMatchObject({
    state: 'candidate',
  });
});

test('a member becomes leader by a decision, and keeps the former title on earlier days', async () => {
  const here = await place(1);
  const { personId, posting } = await member(here);
  await service.call(changePosting, {
    ...plain,
    id: posting.id,
    nextId: randomUUID(),
    position: 'leader',
    validFrom: '2025-03-01',
    decision: decision('2025-02-25'),
  });
  const asked = (on: string) => service.call(getPerson, { id: personId, on });
  expect(await asked('2025-02-28')).toMatchObject({ position: 'ordinary', state: 'serving' });
  expect(await asked('2025-03-01')).toMatchObject({ position: 'leader', since: '2025-03-01' });
});

test('a transfer to another commune takes a place of its quota', async () => {
  const [here, full] = [await place(), await place(0)];
  const { posting } = await member(here);
  const move = {
    ...plain,
    id: posting.id,
    nextId: randomUUID(),
    teamId: full.teamId,
    validFrom: '2025-01-01',
    decision: decision('2024-12-20'),
  };
  await expect(service.call(changePosting, move)).rejects.toMatchObject({
    type: 'member-quota-exceeded',
  });
  const { items } = await service.call(listPostings, { teamId: here.teamId, limit: 10 });
  expect(items).toMatchObject([{ id: posting.id, validTo: null, endDecision: null }]);
});

test('an officer recognises in the own commune only', async () => {
  const [mine, other] = [await place(), await place()];
  const officer = someone('commune-officer', [mine.communeId]);
  const id = await person(mine.communeId);
  await expect(
    service.call(recognise, recognition(id, other.teamId), officer),
  ).rejects.toMatchObject({ type: 'outside-area' });
  const stranger = await person(other.communeId);
  await expect(
    service.call(recognise, recognition(stranger, mine.teamId), officer),
  ).rejects.toMatchObject({ type: 'person-not-found' });
});

test('every change of a posting is told to copies, without a name', async () => {
  const here = await place();
  const { posting } = await member(here);
  const facts = await service.db.query(
    `select payload from outbox where subject = 'event.personnel.postings-changed.v1' order by id`,
  );
  const told = facts
    .flatMap(({ payload }: any) => payload.postings)
    .filter(({ id }: any) => id === posting.id);
  expect(told[0]).toMatchObject({ teamId: here.teamId, validFrom: '2024-08-01', gone: false });
  expect(JSON.stringify(facts)).not.toContain('Nguyễn');
});
