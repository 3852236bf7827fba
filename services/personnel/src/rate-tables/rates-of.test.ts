import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { monthly, payFixture, policy } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';

const service = useService(personnel);
const { unit, place, team, serving, owed } = payFixture(service);

const price = (unitId: string | null, value: number) =>
  service.db.query(
    `insert into rate_value (id, "table", unit_id, value, source, valid_from)
     values (gen_random_uuid(), 'health-insurance-price', $1, $2, 'Nghị quyết', '2024-01-01')`,
    [unitId, value],
  );
const document = policy([
  { ...monthly(0), rates: [{ value: { times: '1', of: [{ table: 'health-insurance-price' }] } }] },
]);
const amounts = async (communes: readonly string[], month = '2024-08') =>
  (await owed(month, communes, [document])).map(({ amount }) => amount);
test('of the values of a province and of a commune in it the commune’s holds there', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  await price(null, 40_000);
  await price(provinceId, 50_000);
  const other = await place(10, provinceId);
  await serving(other);
  expect(await amounts([other.communeId])).toEqual([50_000]);
  // Several: their ids are random, and must not decide.
  for (let n = 1; n <= 6; n += 1) {
    const here = await place(10, provinceId);
    await serving(here);
    await price(here.communeId, 60_000 + n);
    expect(await amounts([here.communeId])).toEqual([60_000 + n]);
  }
});

test('a commune that begins within the month has its province’s values from its first day', async () => {
  const provinceId = await unit('province', 'Lạng Sơn');
  await price(provinceId, 310_000);
  const communeId = await unit('commune', 'Tân Sơn', provinceId, { from: '2024-08-16' });
  const villageId = await unit('village', 'Thôn Thượng', communeId, { from: '2024-08-16' });
  const teamId = await team([villageId], { from: '2024-08-16' });
  await serving({ communeId, teamId }, { from: '2024-08-16' });
  expect(await amounts([communeId])).toEqual([160_000]);
  expect(await amounts([communeId], '2024-09')).toEqual([310_000]);
});
