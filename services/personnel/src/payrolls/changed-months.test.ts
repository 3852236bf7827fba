import { PolicyDocument } from '@antt/contracts';
import type { Period } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { changedMonths } from './adjustment.ts';
import { monthly, policy } from './test-pay.ts';
import { payRuns } from './test-run.ts';

const service = useService(personnel);
const { province, pay, run, linesOf, serving, place, step, team } = payRuns(service);

const changed = (id: string, month: Period) => changedMonths(service.db.manager, id, month);

/** What lets everybody's money be reckoned anew from a day on. */
const everybodyChanges = (day: string) =>
  service.db.query('insert into pay_change (from_day) values ($1)', [day]);

/** The resolution of a province is found to have paid more from a day on. */
async function raised(policyId: string, vnd: number) {
  const document = PolicyDocument.parse(policy([monthly(vnd)]));
  await service.db.query('update policy set document = $2 where id = $1', [
    policyId,
    JSON.stringify(document),
  ]);
  await everybodyChanges('2024-07-01');
}

async function moves(personId: string, { teamId }: { teamId: string }, day: string): Promise<void> {
  await service.db.query('update posting set valid_to = $2 where person_id = $1', [personId, day]);
  await service.db.query(
    `insert into posting (id, person_id, team_id, position, valid_from, decision_id)
     select $1, person_id, $3, position, $4, decision_id from posting where person_id = $2`,
    [randomUUID(), personId, teamId, day],
  );
}

const differencesOf = async (id: string, personId: string) =>
  (await linesOf(id))
    .filter((line) => line.kind === 'adjustment' && line.personId === personId)
    .map(({ month, amount }) => ({ month, amount }))
    .toSorted((one, other) => (one.month < other.month ? -1 : 1));

test('what changes for everybody is reckoned again for those whom the run pays, in no commune of another province', async () => {
  const here = await province([{}, {}]);
  const there = await province([{}]);
  for (const { provinceId } of [here, there]) await pay('2024-07', provinceId);
  await everybodyChanges('2024-07-01');
  const { id } = await run('2024-08', here.provinceId);
  const [july, ...rest] = await changed(id, '2024-08');
  expect(rest).toEqual([]);
  expect(july).toMatchObject({
    month: '2024-07',
    communes: [here.communeId],
    teams: [here.teamId],
  });
  expect(july!.people!.toSorted()).toEqual(here.members.map(({ personId }) => personId).toSorted());
});

test('a change of another province is nothing to reckon for a run that pays nobody there', async () => {
  const here = await province([{}]);
  const there = await province([{}]);
  for (const { provinceId } of [here, there]) await pay('2024-07', provinceId);
  await serving(there, { from: '2024-07-01' });
  const { id } = await run('2024-08', here.provinceId);
  expect(await changed(id, '2024-08')).toEqual([]);
});

test('who moved here from another province is paid the late difference by whoever pays them now, once', async () => {
  const here = await province([{}]);
  const there = await province([{}, {}]);
  const { personId } = there.members[0]!;
  for (const { provinceId } of [here, there]) await pay('2024-07', provinceId);
  await moves(personId, here, '2024-08-01');
  await raised(there.policyId, 1_300_000);
  const first = await run('2024-08', here.provinceId);
  expect(await differencesOf(first.id, personId)).toEqual([{ month: '2024-07', amount: 100_000 }]);
  await step(first.id, 'submit');
  const left = await run('2024-08', there.provinceId);
  expect(await differencesOf(left.id, personId)).toEqual([]);
  expect(left).toMatchObject({ adjustments: 100_000 });
  const second = await run('2024-09', here.provinceId);
  expect(await differencesOf(second.id, personId)).toEqual([]);
});

test('a difference that both provinces saw before they knew of the move is paid all the same', async () => {
  const here = await province([{}]);
  const there = await province([{}, {}]);
  const { personId } = there.members[0]!;
  for (const { provinceId } of [here, there]) await pay('2024-07', provinceId);
  await raised(there.policyId, 1_300_000);
  // here nobody is paid by it yet, and there nobody pays who has gone
  await pay('2024-08', here.provinceId);
  await moves(personId, here, '2024-08-16');
  await pay('2024-08', there.provinceId);
  const { id } = await run('2024-09', here.provinceId);
  expect(await differencesOf(id, personId)).toEqual([
    { month: '2024-07', amount: 100_000 },
    { month: '2024-08', amount: 619_355 },
  ]);
});

test('a move that was known before its day is looked at when its day has come', async () => {
  const here = await province([{}]);
  const there = await province([{}]);
  const { personId } = there.members[0]!;
  for (const { provinceId } of [here, there]) await pay('2024-07', provinceId);
  await moves(personId, here, '2024-09-01');
  await raised(there.policyId, 1_300_000);
  await pay('2024-08', here.provinceId);
  // there the month after was never paid, so nobody else pays what is owed
  const { id } = await run('2024-09', here.provinceId);
  expect(await differencesOf(id, personId)).toEqual([{ month: '2024-07', amount: 100_000 }]);
});

test('a team whose villages went to another commune is paid its difference there', async () => {
  const here = await province([{}]);
  const { communeId } = await place(10, here.provinceId);
  const teamId = await team([here.villageId]);
  const { personId } = await serving({ communeId: here.communeId, teamId });
  await pay('2024-07', here.provinceId);
  await service.db.query(`update unit_version set valid_to = '2024-08-01' where unit_id = $1`, [
    here.communeId,
  ]);
  await service.db.query(`update unit_parent set valid_to = '2024-08-01' where unit_id = $1`, [
    here.villageId,
  ]);
  await service.db.query(
    `insert into unit_parent (unit_id, parent_id, valid_from) values ($1, $2, '2024-08-01')`,
    [here.villageId, communeId],
  );
  await service.db.query(
    `select place_teams(array(select team_id from team_village where village_id = $1))`,
    [here.villageId],
  );
  await raised(here.policyId, 1_300_000);
  const { id } = await run('2024-08', communeId);
  expect(await differencesOf(id, personId)).toEqual([{ month: '2024-07', amount: 100_000 }]);
});
