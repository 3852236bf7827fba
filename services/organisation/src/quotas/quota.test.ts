import { listQuotas, setQuota } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);

const quota = (unitId: string, instrumentId: string, validFrom: string, id = randomUUID()) => ({
  id,
  unitId,
  instrumentId,
  villages: null,
  teams: 7,
  members: 21,
  leaders: null,
  deputies: null,
  ordinary: null,
  note: '',
  validFrom,
});

test('quotas set at once for one commune by several decisions end one another', async () => {
  const commune = await unit('commune', 'Tân Lập');
  const days = ['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01', '2024-07-01'];
  const commands = await Promise.all(
    days.map(async (day) => quota(commune, await decision(), day)),
  );
  await Promise.all(commands.map((command) => service.call(setQuota, command)));
  const periods = await service.db.query(
    `select valid_from, valid_to from quota where unit_id = $1 order by valid_from`,
    [commune],
  );
  expect(periods).toEqual(
    days.map((day, n) => ({ valid_from: day, valid_to: days[n + 1] ?? null })),
  );
});

test('one quota that is sent twice at once is set once', async () => {
  const command = quota(await unit('commune', 'Tân Lập'), await decision(), '2024-02-01');
  const [first, again] = await Promise.all([
    service.call(setQuota, command),
    service.call(setQuota, command),
  ]);
  expect(again).toEqual(first);
});

test('quotas come page by page, with the totals of all of them', async () => {
  const province = await unit('province', 'Bắc Giang');
  const instrumentId = await decision();
  const ids: string[] = [];
  for (const name of ['Tân Lập', 'Tân Sơn', 'Sa Lý']) {
    const commune = await unit('commune', name, province);
    const command = quota(commune, instrumentId, '2024-02-01');
    ids.push((await service.call(setQuota, command)).id);
  }
  const question = { on: '2024-03-01', within: province };
  const all = await service.call(listQuotas, question);
  expect(all).toMatchObject({ nextCursor: null, total: 3, totals: { teams: 21, members: 63 } });

  const first = await service.call(listQuotas, { ...question, limit: 2 });
  expect(first).toMatchObject({ total: 3, totals: { teams: 21 } });
  const cursor = first.nextCursor!;
  const rest = await service.call(listQuotas, { ...question, limit: 2, cursor });
  expect(rest).toMatchObject({ nextCursor: null, total: 3, totals: { teams: 21 } });
  expect([...first.items, ...rest.items]).toEqual(all.items);
  expect(all.items.map(({ id }) => id).sort()).toEqual(ids.sort());
});
