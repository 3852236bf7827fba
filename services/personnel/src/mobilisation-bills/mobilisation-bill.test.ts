import {
  createPayroll,
  getAllowanceTotals,
  getPayroll,
  listMobilisationBills,
  PolicyDocument,
} from '@antt/contracts';
import { eventually, someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { payFixture, policy } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';

const service = useService(personnel);
const { unit, place, serving, shift } = payFixture(service);
const maker = someone('finance-officer');

const document = policy([
  {
    ...{ code: 'away', item: 'out-of-area', label: 'Ngoài địa bàn', fund: 'mobilising-body' },
    basis: { per: 'duty', duty: 'any-day', outOfArea: true },
    rates: [{ value: { vnd: 120_000 } }],
  },
  {
    ...{ code: 'day', item: 'call-out', label: 'Trong địa bàn', fund: 'commune' },
    basis: { per: 'duty', duty: 'any-day' },
    rates: [{ value: { vnd: 100_000 } }],
  },
]);

async function ordered(communeId: string, body: string | null, number: string) {
  const id = randomUUID();
  await service.db.query(
    `insert into duty_order (id, commune_id, kind, body, number, signed_on, first_day, last_day, place,
                             out_of_area, mobilising_body)
     values ($1, $2, 'mobilisation', 'Công an xã', $3, '2024-01-01', '2024-01-01', '2030-12-31', 'xã khác', $4, $5)`,
    [id, communeId, number, body !== null, body],
  );
  return id;
}

test('each body is billed for its own days, order by order, and the commune for none of them', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const here = await place(50, provinceId);
  const member = await serving(here);
  await service.db.query(
    `insert into policy (id, instrument, units, status, valid_from, document, adopted_by)
     values ($1, '{"number":"01"}', $2, 'adopted', '2024-07-01', $3, 'test')`,
    [randomUUID(), [provinceId], JSON.stringify(PolicyDocument.parse(document))],
  );
  const province = await ordered(here.communeId, 'Công an tỉnh', '12/LĐĐ');
  const district = await ordered(here.communeId, 'Công an phường Đông', '7/LĐĐ');
  const own = await ordered(here.communeId, null, '3/KH');
  const days: [string, string][] = [
    ['03', province],
    ['04', province],
    ['05', district],
    ['06', own],
  ];
  for (const [day, orderId] of days) {
    await shift(member, [`2025-03-${day}T07:00`, `2025-03-${day}T15:00`], { orderId });
  }
  const id = randomUUID();
  await service.call(createPayroll, { id, month: '2025-03', within: provinceId }, maker);
  await eventually(async () => {
    const { state } = await service.call(getPayroll, { id }, maker);
    return state === 'calculated' ? true : null;
  });
  const asked = { month: '2025-03', within: provinceId, limit: 100 };
  const bill = await service.call(listMobilisationBills, asked, maker);
  expect(bill).toMatchObject({
    amount: 360_000,
    bodies: [
      { body: 'Công an phường Đông', people: 1, days: 1, amount: 120_000 },
      { body: 'Công an tỉnh', people: 1, days: 2, amount: 240_000 },
    ],
  });
  const of = await service.call(listMobilisationBills, { ...asked, body: 'Công an tỉnh' }, maker);
  expect(of.items).toMatchObject([
    {
      ...{ body: 'Công an tỉnh', orders: '12/LĐĐ', days: ['2025-03-03', '2025-03-04'] },
      ...{ quantity: 2, rate: 120_000, amount: 240_000, personName: 'Nguyễn Văn An' },
    },
  ]);
  const totals = await service.call(
    getAllowanceTotals,
    {
      ...{ from: '2025-03', to: '2025-03', by: 'source', level: 'commune', status: 'all' },
      within: provinceId,
    },
    maker,
  );
  expect(totals.rows.map(({ source, amount }) => [source, amount])).toEqual([
    ['commune', 100_000],
    ['mobilising-body', 360_000],
  ]);
  const stranger = someone('finance-officer', [await unit('commune', 'Đông', null)]);
  expect(await service.call(listMobilisationBills, asked, stranger)).toMatchObject({ items: [] });
});
