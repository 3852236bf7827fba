import { createPayroll, getPayroll, listPayrollLines, PolicyDocument } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { monthly, payFixture, policy } from './test-pay.ts';

const service = useService(personnel);
const { unit, place, serving } = payFixture(service);

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

test('lines come page by page, commune after commune, those of one payee together, each once', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  for (const members of [1, 3, 0, 2]) {
    const here = await place(10, provinceId);
    for (let n = 0; n < members; n += 1) await serving(here);
  }
  const meal = { ...monthly(100_000), code: 'meal' };
  const team = {
    ...{ code: 'team', item: 'team-operation' as const, label: 'Hoạt động Tổ' },
    ...{ basis: { per: 'team-month' as const }, rates: [{ value: { vnd: 50_000 } }] },
  };
  await adopted(policy([monthly(1_000_000), meal, team]), provinceId);
  const id = randomUUID();
  await service.call(createPayroll, { id, month: '2025-03', within: provinceId });
  await calculated(id);
  const paged = async (limit: number) => {
    const items = [];
    for (let cursor: string | undefined; ;) {
      const page = await service.call(listPayrollLines, { id, limit, ...(cursor && { cursor }) });
      items.push(...page.items);
      expect(page.items.length === 0 || page.total === 16).toBe(true);
      if (page.nextCursor === null) return items;
      cursor = page.nextCursor;
    }
  };
  const whole = await paged(100);
  expect(whole).toHaveLength(16);
  const payees = whole.map(({ personId, teamId }) => personId ?? teamId);
  const begins = payees.filter((payee, n) => payee !== payees[n - 1]);
  expect(new Set(begins).size).toBe(begins.length);
  for (const limit of [1, 3, 4, 16]) {
    expect((await paged(limit)).map((line) => line.id)).toEqual(whole.map((line) => line.id));
  }
});
