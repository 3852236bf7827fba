import { createPayroll, getPayroll, listPayrollLines, PolicyDocument } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { monthly, payFixture, policy } from './test-pay.ts';

const service = useService(personnel);
const { place, serving } = payFixture(service);

async function adopted(document: ReturnType<typeof policy>, communeId: string) {
  const instrument = { id: randomUUID(), number: '1/NQ', issuer: 'HĐND', signedOn: '2024-07-01' };
  await service.db.query(
    `insert into policy (id, instrument_id, instrument, units, status, valid_from, document)
     values ($1, $2, $3, $4, 'adopted', '2024-07-01', $5)`,
    [
      ...[randomUUID(), instrument.id, JSON.stringify(instrument), [communeId]],
      JSON.stringify(PolicyDocument.parse(document)),
    ],
  );
}

async function calculated(id: string) {
  for (let n = 0; n < 100; n += 1) {
    const run = await service.call(getPayroll, { id });
    expect(run.failure).toBeNull();
    if (run.state === 'calculated') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('not calculated');
}

test('amounts of a run are those of a team, of a position, or from a fund', async () => {
  const here = await place();
  const leader = await serving(here, { position: 'leader' });
  await serving(here);
  const meal = { ...monthly(100_000), code: 'meal', fund: 'commune' as const };
  await adopted(policy([monthly(1_000_000), meal]), here.communeId);
  const id = randomUUID();
  await service.call(createPayroll, { id, month: '2025-03', within: here.communeId });
  await calculated(id);
  const lines = (more: object) => service.call(listPayrollLines, { id, limit: 100, ...more });
  expect(await lines({})).toMatchObject({ total: 4, amount: 2_200_000 });
  expect(await lines({ fund: 'commune' })).toMatchObject({ total: 2, amount: 200_000 });
  const led = await lines({ position: 'leader' });
  expect(led.items.map(({ personId }) => personId)).toEqual([leader.personId, leader.personId]);
  expect(await lines({ teamId: here.teamId })).toMatchObject({ total: 4 });
  expect(await lines({ teamId: randomUUID() })).toMatchObject({ total: 0, items: [] });
});
