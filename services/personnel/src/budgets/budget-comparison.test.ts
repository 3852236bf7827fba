import { getAllowanceTotals, groupOfItem, setParameter } from '@antt/contracts';
import { today } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { monthly, policy } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';
import { budgetFixture } from './test-budget.ts';

const service = useService(personnel);
const { province, given, paid, calculated, step, compared, serving, adopted, maker, shift } =
  budgetFixture(service);

/** The year that has not ended, whenever the tests run. */
const thisYear = Number(today().slice(0, 4));
const month = (n: number) => `${thisYear}-${String(n).padStart(2, '0')}`;
const million = 1_000_000;
const set = (unitId: string, code: 'short-funds' | 'budget-groups', value: unknown) =>
  service.call(setParameter, {
    ...{ id: randomUUID(), code, unitId, value: value as never },
    ...{ validFrom: '2024-01-01', source: '01/QĐ-UBND' },
  });

test('money is paid, committed or only forecast, by how far the run is', async () => {
  const { provinceId } = await province([2, 1]);
  await given(provinceId, 40 * million, { year: thisYear });
  await paid(month(1), provinceId);
  const { id } = await calculated(month(2), provinceId);
  const { items, months } = await compared(thisYear, provinceId);
  const [row] = items;
  expect(items).toHaveLength(1);
  expect(row).toMatchObject({ unit: { id: provinceId }, group: 'allowance', held: 'own' });
  expect(row).toMatchObject({ allocated: 40 * million, paid: 3 * million, committed: 0 });
  expect(row).toMatchObject({ forecast: 36 * million, remaining: 37 * million, shortfall: 0 });
  expect(months).toHaveLength(11);
  await step(id, 'submit');
  expect((await compared(thisYear, provinceId)).items).toMatchObject([
    { committed: 3 * million, forecast: 36 * million, remaining: 34 * million },
  ]);
});

test('what is paid, by source and commune, adds up to the totals of allowances', async () => {
  const document = policy([
    monthly(million),
    {
      ...{ code: 'insurance', item: 'social-insurance', label: 'BHXH', fund: 'commune' },
      rates: [{ value: { vnd: 132_000 } }],
    },
    {
      ...{ code: 'team', item: 'team-operation', label: 'Tổ', basis: { per: 'team-month' } },
      rates: [{ value: { vnd: 300_000 } }],
    },
  ]);
  const { provinceId, communes } = await province([3, 2], { document });
  const [first, second] = communes;
  await given(first!.communeId, 100 * million, { year: thisYear });
  await set(provinceId, 'short-funds', 'off');
  await paid(month(1), provinceId);
  await serving(second!, { from: `${month(1)}-10` });
  await paid(month(2), provinceId);
  const { id } = await calculated(month(3), provinceId);
  await step(id, 'submit');
  const { items } = await compared(thisYear, provinceId);
  const question = { from: month(1), to: month(12), within: provinceId, by: 'item,source' };
  for (const [figure, status] of [
    ['paid', 'closed'],
    ['committed', 'open'],
  ] as const) {
    const asked = { ...question, level: 'commune' as const, status };
    const { rows, total } = await service.call(getAllowanceTotals, asked, maker);
    expect(items.reduce((all, row) => all + row[figure], 0)).toBe(total.amount);
    for (const { item, source } of rows) {
      const group = groupOfItem[item!];
      const told = items.filter((row) => row.group === group && row.source === source);
      const said = rows.filter((row) => groupOfItem[row.item!] === group && row.source === source);
      expect(told.reduce((all, row) => all + row[figure], 0)).toBe(
        said.reduce((all, row) => all + row.amount, 0),
      );
    }
  }
});

test.each([1, 2, 3, 4, 5])(
  'when nothing changes the forecast is what is paid in the end (%i)',
  async (seed) => {
    const random = (most: number) => ((seed * 7919) % (most * 13)) % most;
    const document = policy(
      [
        {
          ...monthly(0),
          rates: [
            {
              value: {
                vnd: 900_000 + 1_000 * random(300),
                seniority: { fromMonths: 12, step: 50_000, everyMonths: 2, mostSteps: 9 },
              },
            },
          ],
        },
        {
          ...{ code: 'state', item: 'social-insurance', label: 'BHXH', fund: 'state' },
          rates: [{ value: { times: '0.22', ofLines: ['monthly'] } }],
        },
        {
          ...{ code: 'yearly', item: 'position-supplement', label: 'Lễ' },
          ...{ basis: { per: 'year', paidIn: 2 }, rates: [{ value: { vnd: 500_000 } }] },
        },
      ],
      { proration: seed % 2 ? 'calendar-days' : 'half-month' },
    );
    const { provinceId, communes } = await province([2, 1], { document });
    await serving(communes[0]!, { from: `${month(1)}-11`, to: `${month(3)}-20` });
    await serving(communes[1]!, { from: `${month(2)}-${10 + random(15)}` });
    const before = await compared(thisYear, provinceId);
    const forecast = before.items.map((row) => [row.unit.id, row.group, row.source, row.forecast]);
    expect(before.items.every((row) => row.paid === 0)).toBe(true);
    for (const n of [1, 2, 3]) await paid(month(n), provinceId);
    const after = await compared(thisYear, provinceId);
    expect(after.months).toHaveLength(9);
    expect(after.items.map((row) => [row.unit.id, row.group, row.source, row.forecast])).toEqual(
      forecast,
    );
    expect(after.items.every((row) => row.paid > 0)).toBe(true);
  },
);

test('rules that were adopted for a month to come are forecast, and a new decision at once', async () => {
  const { provinceId, communes } = await province([2]);
  await given(provinceId, 24 * million, { year: thisYear });
  const forecast = async () => (await compared(thisYear, provinceId)).items[0]!;
  expect(await forecast()).toMatchObject({ forecast: 24 * million, extra: 0, shortfall: 0 });
  await serving(communes[0]!, { from: `${month(7)}-01` });
  expect(await forecast()).toMatchObject({ forecast: 30 * million, extra: 6 * million });
  const more = { code: 'supplement', item: 'area-supplement', label: 'Phụ cấp' } as const;
  const line = { ...more, rates: [{ value: { vnd: 100_000 } }] };
  await adopted(policy([line]), [provinceId], `${month(10)}-01`);
  expect(await forecast()).toMatchObject({
    ...{ forecast: 30.9 * million, shortfall: 6.9 * million, extra: 6.9 * million },
  });
});

test('what is known to begin or end within the year is forecast from its day, whatever it is', async () => {
  const step = { days: { from: `${month(5)}-01`, to: `${month(11)}-01` } };
  const bonus = { code: 'bonus', item: 'area-supplement', label: 'Phụ cấp' } as const;
  const line = { ...bonus, rates: [{ when: step, value: { vnd: 100_000 } }] };
  const absences = { suspension: false, leave: false };
  const document = policy([monthly(million), line], { absences });
  const { provinceId, communes } = await province([1], { document });
  const leaving = await serving(communes[0]!, { to: `${month(9)}-01` });
  expect((await compared(thisYear, provinceId)).items[0]).toMatchObject({
    forecast: (12 + 8) * million + (6 + 4) * 100_000,
  });
  await service.db.query(
    `insert into absence (id, person_id, kind, valid_from, valid_to, reason)
     values ($1, $2, 'leave', $3, $4, 'việc riêng')`,
    [randomUUID(), leaving.personId, `${month(3)}-01`, `${month(4)}-01`],
  );
  expect((await compared(thisYear, provinceId)).items[0]).toMatchObject({
    forecast: (12 + 7) * million + (6 + 4) * 100_000,
  });
});

test('a year that is over is not forecast', async () => {
  const { provinceId } = await province([1], { said: { from: '2024-07-01' } });
  await paid('2024-07', provinceId);
  expect(await compared(2024, provinceId)).toMatchObject({
    ...{ months: [], items: [{ paid: million, forecast: million }] },
  });
});

test('a commune pays from money of its own, else from what the province was given', async () => {
  const { provinceId, communes } = await province([2, 1]);
  const [own, poor] = communes.map(({ communeId }) => communeId);
  await given(provinceId, 100 * million, { year: thisYear });
  await given(own!, 30 * million, { year: thisYear });
  await paid(month(1), provinceId);
  const { items } = await compared(thisYear, provinceId);
  expect(items).toMatchObject([
    { unit: { id: provinceId }, held: 'own', paid: million, forecast: 12 * million },
    { unit: { id: own! }, held: 'own', paid: 2 * million, remaining: 28 * million },
  ]);
  const officer = someone('commune-officer', [poor!]);
  expect((await compared(thisYear, poor!, officer)).items).toMatchObject([
    { ...{ unit: { id: poor! }, held: 'above', paid: million }, remaining: 0, shortfall: 0 },
  ]);
});

test('where nobody was given money the need is shown as extra', async () => {
  const { provinceId, communes } = await province([1]);
  expect((await compared(thisYear, provinceId)).items).toMatchObject([
    {
      ...{ unit: { id: communes[0]!.communeId }, held: 'none', allocated: 0 },
      ...{ remaining: 0, extra: 12 * million },
    },
  ]);
  await paid(month(1), provinceId);
  expect((await compared(thisYear, provinceId)).items).toMatchObject([
    { held: 'none', paid: million, remaining: 0, extra: 12 * million },
  ]);
});

test('a province plans a payment in another item group', async () => {
  const { provinceId } = await province([1]);
  await set(provinceId, 'budget-groups', { 'monthly-support': 'one-off' });
  await paid(month(1), provinceId);
  expect((await compared(thisYear, provinceId)).items).toMatchObject([
    { group: 'one-off', paid: million },
  ]);
});

test('a run that asks for more than is left is answered for, by who submits and who approves', async () => {
  const { provinceId, communes } = await province([3]);
  await given(provinceId, 2 * million, { year: thisYear });
  const { id } = await calculated(month(1), provinceId);
  const short = { unit: { id: provinceId }, group: 'allowance', asked: 3 * million };
  await expect(step(id, 'submit')).rejects.toMatchObject({
    type: 'payroll-has-findings',
    body: {
      findings: [
        { check: 'funds-short', severity: 'soft', funds: [{ ...short, left: 2 * million }] },
      ],
    },
  });
  const answer = { accept: ['funds-short' as const], reason: 'Đã xin bổ sung' };
  await step(id, 'submit', answer);
  await expect(step(id, 'approve')).rejects.toMatchObject({ type: 'payroll-has-findings' });
  expect(await step(id, 'approve', answer)).toMatchObject({ state: 'approved' });
  expect(communes).toHaveLength(1);
});

test('where the province stops runs without money no reason helps, and more money does', async () => {
  const { provinceId } = await province([3]);
  await set(provinceId, 'short-funds', 'stop');
  const { id } = await calculated(month(1), provinceId);
  const answer = { accept: ['funds-short' as const], reason: 'Đã xin bổ sung' };
  await expect(step(id, 'submit', answer)).rejects.toMatchObject({
    body: { findings: [{ check: 'funds-missing', severity: 'hard' }] },
  });
  await given(provinceId, 2 * million, { year: thisYear });
  await expect(step(id, 'submit', answer)).rejects.toMatchObject({
    body: { findings: [{ check: 'funds-short', severity: 'hard' }] },
  });
  await given(provinceId, million, { year: thisYear, kind: 'supplement' });
  expect(await step(id, 'submit')).toMatchObject({ state: 'submitted' });
  await given(provinceId, million, { year: thisYear, kind: 'reduction' });
  await expect(step(id, 'approve')).rejects.toMatchObject({ type: 'payroll-has-findings' });
});

test('money that another run has asked for already is not there twice', async () => {
  const { provinceId, communes } = await province([2, 2]);
  const [one, other] = communes.map(({ communeId }) => communeId);
  await set(provinceId, 'short-funds', 'stop');
  await given(provinceId, 3 * million, { year: thisYear });
  const first = await calculated(month(1), one!);
  const second = await calculated(month(1), other!);
  await step(first.id, 'submit');
  await expect(step(second.id, 'submit')).rejects.toMatchObject({
    body: { findings: [{ check: 'funds-short', funds: [{ asked: 2 * million, left: million }] }] },
  });
  expect(await step(first.id, 'approve')).toMatchObject({ state: 'approved' });
});

test('where nobody keeps a budget, or the province looks at none, a run goes its way', async () => {
  const { provinceId } = await province([1]);
  await paid(month(1), provinceId);
  await set(provinceId, 'short-funds', 'off');
  await given(provinceId, 1, { year: thisYear });
  await paid(month(2), provinceId);
  expect((await compared(thisYear, provinceId)).items[0]).toMatchObject({ paid: 2 * million });
});

/** A commune of one member who is paid by the night, and a night served in January. */
async function nights() {
  const { provinceId, communes } = await province([1], {
    document: policy([
      {
        ...{ code: 'night', item: 'night-duty', label: 'Trực đêm' },
        basis: { per: 'duty', duty: 'night', needsOrder: false },
        rates: [{ value: { vnd: 100_000 } }],
      },
    ]),
  });
  const [{ id: personId }] = await service.db.query('select id from person where commune_id = $1', [
    communes[0]!.communeId,
  ]);
  expect((await compared(thisYear, provinceId)).items).toEqual([]);
  const night = [`${month(1)}-10T22:00:00`, `${month(1)}-11T05:00:00`] as const;
  await shift({ personId, teamId: communes[0]!.teamId }, night);
  return provinceId;
}

test('duty of a month that is over is of that month alone, though no run was sent on for it', async () => {
  const provinceId = await nights();
  expect((await compared(thisYear, provinceId)).items).toMatchObject([
    { group: 'duty', paid: 0, forecast: 100_000 },
  ]);
});

test('duty of months to come is forecast as it usually was', async () => {
  const now = Number(today().slice(5, 7));
  const provinceId = await nights();
  await paid(month(1), provinceId);
  expect((await compared(thisYear, provinceId)).items).toMatchObject([
    { group: 'duty', paid: 100_000, forecast: 100_000 * (1 + 12 - now) },
  ]);
});
