import type { FormerForce, SeveranceGround } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { personnel } from '../service.ts';
import { monthly, payFixture, policy } from './test-pay.ts';

const service = useService(personnel);
const { unit, team, place, tag, serving, detail, order, shift, trained, owed, priced } =
  payFixture(service);

const sumOf = (rows: { amount: number | null }[]) =>
  rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

test('27 · fixed đồng by position', async () => {
  const here = await place();
  await serving(here, { position: 'leader' });
  await serving(here, { position: 'deputy' });
  await serving(here);
  const amounts = policy([monthly({ leader: 1_500_000, deputy: 1_400_000, ordinary: 1_300_000 })]);
  const rows = await owed('2025-03', [here.communeId], [amounts]);
  expect(rows.map(({ amount }) => amount).sort()).toEqual([1_300_000, 1_400_000, 1_500_000]);
});

test('28 · a coefficient moves with the base wage by itself, đồng stay đồng', async () => {
  const here = await place();
  await serving(here);
  const coefficient = policy([
    { ...monthly(0), rates: [{ value: { times: '0.70', of: [{ table: 'base-wage' }] } }] },
  ]);
  expect(sumOf(await owed('2026-06', [here.communeId], [coefficient]))).toBe(1_638_000);
  const july = await owed('2026-07', [here.communeId], [coefficient]);
  expect(sumOf(july)).toBe(1_771_000);
  expect(july[0]!.basis).toEqual({ values: { 'base-wage': '2530000' } });
  const fixed = policy([monthly(1_638_000)]);
  expect(sumOf(await owed('2026-07', [here.communeId], [fixed]))).toBe(1_638_000);
});

test('29 · a per cent of the minimum wage, of the local region or a named one, rounded up', async () => {
  const here = await place();
  await tag(here.communeId, ['wage-region-3']);
  await serving(here);
  const round = { to: 1_000, mode: 'up' } as const;
  const line = (key?: string) =>
    policy([
      {
        ...monthly(0),
        round,
        rates: [
          {
            value: {
              times: '0.35',
              of: [{ table: 'regional-minimum-wage', ...(key ? { key } : {}) }],
            },
          },
        ],
      },
    ]);
  expect(sumOf(await owed('2025-03', [here.communeId], [line()]))).toBe(1_351_000);
  expect(sumOf(await owed('2025-03', [here.communeId], [line('4')]))).toBe(1_208_000);
});

test('29 · the per cent itself differs by region', async () => {
  const [third, fourth] = [await place(), await place()];
  await tag(third.communeId, ['wage-region-3']);
  await tag(fourth.communeId, ['wage-region-4']);
  await serving(third);
  await serving(fourth);
  const own = [{ table: 'regional-minimum-wage' as const }];
  const document = policy([
    {
      ...monthly(0),
      rates: [
        { when: { wageRegions: [3] }, value: { times: '0.30', of: own } },
        { when: { wageRegions: [4] }, value: { times: '0.40', of: own } },
      ],
    },
  ]);
  expect(sumOf(await owed('2025-03', [third.communeId], [document]))).toBe(1_158_000);
  expect(sumOf(await owed('2025-03', [fourth.communeId], [document]))).toBe(1_380_000);
});

test('30 · one amount for all and a supplement of the position', async () => {
  const here = await place();
  await serving(here, { position: 'leader' });
  await serving(here, { position: 'deputy' });
  const document = policy([
    monthly(2_520_000),
    {
      ...{ code: 'position', item: 'position-supplement', label: 'Hỗ trợ chức danh' },
      rates: [
        { when: { positions: ['leader'] }, value: { vnd: 300_000 } },
        { when: { positions: ['deputy'] }, value: { vnd: 200_000 } },
      ],
    },
  ]);
  const rows = await owed('2025-03', [here.communeId], [document]);
  expect(sumOf(rows)).toBe(2_820_000 + 2_720_000);
});

test('31 · by village class: the highest class among the villages of a team counts', async () => {
  const communeId = await unit('commune', 'Tân Lập');
  const [first, second] = [
    await unit('village', 'Một', communeId),
    await unit('village', 'Hai', communeId),
  ];
  await tag(first, ['village-class-2']);
  await tag(second, ['village-class-1']);
  const teamId = await team([first, second]);
  await serving({ communeId, teamId });
  const document = policy([
    {
      ...monthly(0),
      rates: [{ when: { classes: [1] }, value: { vnd: 1_200_000 } }, { value: { vnd: 1_100_000 } }],
    },
  ]);
  expect(sumOf(await owed('2025-03', [communeId], [document]))).toBe(1_200_000);
});

test('32, 33 · supplements by diploma for leaders only, and for a special area', async () => {
  const here = await place();
  await tag(here.communeId, ['border']);
  await serving(here, { position: 'leader', education: 'university' });
  await serving(here, { education: 'university' });
  const document = policy([
    {
      ...{ code: 'diploma', item: 'diploma-supplement', label: 'Trình độ' },
      rates: [
        {
          when: { positions: ['leader', 'deputy'], education: ['university', 'postgraduate'] },
          value: { vnd: 600_000 },
        },
      ],
    },
    {
      ...{ code: 'area', item: 'area-supplement', label: 'Địa bàn' },
      rates: [{ when: { anyTag: ['border', 'island'] }, value: { vnd: 100_000 } }],
    },
  ]);
  expect(sumOf(await owed('2025-03', [here.communeId], [document]))).toBe(600_000 + 2 * 100_000);
});

test('34 · an amount that includes insurance leaves no line of insurance beside it', async () => {
  const here = await place();
  const { personId } = await serving(here);
  await detail(personId, { kind: 'insurance', scheme: 'health', cover: 'own' });
  const health = {
    ...{ code: 'health', item: 'health-insurance' as const, label: 'BHYT' },
    rates: [{ when: { healthInsurance: ['own' as const] }, value: { vnd: 54_000 } }],
  };
  const beside = policy([monthly(1_000_000), health]);
  expect(sumOf(await owed('2025-03', [here.communeId], [beside]))).toBe(1_054_000);
  const including = policy([{ ...monthly(1_000_000), includes: ['health'] }, health]);
  expect(sumOf(await owed('2025-03', [here.communeId], [including]))).toBe(1_000_000);
});

test('35 · concurrent title: 80 per cent, a supplement of its own, or the highest only', async () => {
  const here = await place();
  const { personId } = await serving(here);
  await detail(personId, { kind: 'other-title', title: 'Trưởng thôn', paid: true });
  const reduced = policy([
    {
      ...monthly(0),
      rates: [
        { when: { concurrent: true }, value: { vnd: 800_000 } },
        { value: { vnd: 1_000_000 } },
      ],
    },
  ]);
  expect(sumOf(await owed('2025-03', [here.communeId], [reduced]))).toBe(800_000);
  const share = policy([
    monthly(1_000_000),
    {
      ...{ code: 'concurrent', item: 'concurrent-title', label: 'Kiêm nhiệm' },
      rates: [{ when: { concurrent: true }, value: { times: '0.5', ofLines: ['monthly'] } }],
    },
  ]);
  expect(sumOf(await owed('2025-03', [here.communeId], [share]))).toBe(1_500_000);
  const highest = policy(
    [
      monthly(1_000_000),
      {
        ...{ code: 'other', item: 'concurrent-title', label: 'Mức khác' },
        rates: [{ value: { vnd: 1_200_000 } }],
      },
    ],
    { exclusive: [{ lines: ['monthly', 'other'], keep: 'highest' }] },
  );
  expect(await owed('2025-03', [here.communeId], [highest])).toMatchObject([
    { code: 'other', amount: 1_200_000 },
  ]);
});

test('36 · dated steps of one text', async () => {
  const here = await place();
  await serving(here);
  const document = policy([
    {
      ...monthly(0),
      rates: [
        { when: { days: { to: '2026-01-01' } }, value: { vnd: 1_000_000 } },
        { value: { vnd: 1_100_000 } },
      ],
    },
  ]);
  expect(sumOf(await owed('2025-12', [here.communeId], [document]))).toBe(1_000_000);
  expect(sumOf(await owed('2026-01', [here.communeId], [document]))).toBe(1_100_000);
});

test('37 · seniority: an amount from so many months on, a step a year, at most so many steps', async () => {
  const here = await place();
  await serving(here, { from: '2024-07-01' });
  const document = policy([
    {
      ...{ code: 'seniority', item: 'seniority-supplement', label: 'Thâm niên' },
      rates: [
        {
          when: { monthsServed: { from: 12 } },
          value: { vnd: 100_000, seniority: { fromMonths: 12, step: 20_000, mostSteps: 2 } },
        },
      ],
    },
  ]);
  expect(await owed('2025-06', [here.communeId], [document])).toEqual([]);
  expect(sumOf(await owed('2026-07', [here.communeId], [document]))).toBe(120_000);
  expect(sumOf(await owed('2029-07', [here.communeId], [document]))).toBe(140_000);
});

test('38 · part months: whole, half under fifteen days, or by the day, as the province says', async () => {
  const here = await place();
  await serving(here, { from: '2025-06-21' });
  const part = (proration: 'full-month' | 'half-month' | 'calendar-days') =>
    owed('2025-06', [here.communeId], [policy([monthly(1_200_000)], { proration })]);
  expect(sumOf(await part('full-month'))).toBe(1_200_000);
  expect(sumOf(await part('half-month'))).toBe(600_000);
  expect(sumOf(await part('calendar-days'))).toBe(400_000);
});

test('38 · a promotion in the month is paid by its days, or by what held longer', async () => {
  const here = await place();
  const { personId } = await serving(here, { position: 'deputy', to: '2025-06-11' });
  await service.db.query(
    `insert into posting (id, person_id, team_id, position, valid_from) values (gen_random_uuid(), $1, $2, 'leader', '2025-06-11')`,
    [personId, here.teamId],
  );
  const amounts = monthly({ leader: 1_500_000, deputy: 1_200_000, ordinary: 1_000_000 });
  const byDay = await owed('2025-06', [here.communeId], [policy([amounts])]);
  expect(sumOf(byDay)).toBe(400_000 + 1_000_000);
  expect(byDay).toHaveLength(2);
  const whole = await owed(
    '2025-06',
    [here.communeId],
    [policy([amounts], { proration: 'full-month' })],
  );
  expect(whole).toMatchObject([{ amount: 1_500_000, days: 30 }]);
});

test('38 · a guarantee: not less than the former force paid', async () => {
  const here = await place();
  const { personId } = await serving(here);
  await detail(personId, {
    ...{ kind: 'service', force: 'part-time-police', place: 'xã', settlement: '' },
    lastAllowance: 1_350_000,
  });
  const document = policy([
    monthly(1_200_000),
    {
      ...{ code: 'guarantee', item: 'guarantee', label: 'Bảo lưu' },
      rates: [{ value: { upTo: 'former-allowance', after: ['monthly'] } }],
    },
  ]);
  expect(sumOf(await owed('2025-03', [here.communeId], [document]))).toBe(1_350_000);
});

test('39, 41 · social insurance beside the State share, only for who joined and is not covered elsewhere', async () => {
  const here = await place();
  const [joined, covered] = [await serving(here), await serving(here)];
  await detail(joined.personId, { kind: 'insurance', scheme: 'social', cover: 'own' });
  await detail(covered.personId, { kind: 'insurance', scheme: 'social', cover: 'elsewhere' });
  await service.db.query(
    `insert into rate_value (id, "table", value, source, valid_from)
     values (gen_random_uuid(), 'rural-poverty-line', 1500000, 'Nghị định 07/2021/NĐ-CP', '2022-01-01')
     on conflict do nothing`,
  );
  const base = [
    { table: 'rural-poverty-line' as const },
    { table: 'social-insurance-rate' as const },
  ];
  const document = policy([
    {
      ...{ code: 'social', item: 'social-insurance', label: 'BHXH' },
      rates: [{ when: { socialInsurance: ['own'] }, value: { times: '0.30', of: base } }],
    },
    {
      ...{ code: 'state-share', item: 'social-insurance', label: 'Nhà nước hỗ trợ', fund: 'state' },
      rates: [
        {
          when: { socialInsurance: ['own'] },
          value: { times: '1', of: [...base, { table: 'state-share' }] },
        },
      ],
    },
  ]);
  const rows = await owed('2025-08', [here.communeId], [document]);
  expect(rows).toMatchObject([
    { personId: joined.personId, code: 'social', amount: 99_000, fund: 'province' },
    { personId: joined.personId, code: 'state-share', amount: 66_000, fund: 'state' },
  ]);
});

test('40 · health insurance once a year; who comes later in the year gets the months that are left', async () => {
  const here = await place();
  await serving(here, { from: '2024-07-01' });
  await serving(here, { from: '2025-10-01' });
  const document = policy([
    {
      ...{ code: 'health', item: 'health-insurance', label: 'BHYT' },
      basis: { per: 'year', paidIn: 1 },
      rates: [{ value: { vnd: 1_200_000 } }],
    },
  ]);
  expect(sumOf(await owed('2025-01', [here.communeId], [document]))).toBe(1_200_000);
  expect(await owed('2025-02', [here.communeId], [document])).toEqual([]);
  expect(sumOf(await owed('2025-10', [here.communeId], [document]))).toBe(300_000);
  expect(await owed('2025-11', [here.communeId], [document])).toEqual([]);
});

test('42 · a night counts from the least hours within 22:00 to 06:00, across midnight once, up to the cap', async () => {
  const here = await place();
  const member = await serving(here);
  const orderId = await order(here.communeId);
  const nights = Array.from({ length: 12 }, (_, n) => n + 1);
  for (const night of nights) {
    const day = (n: number) => `2025-03-${String(n).padStart(2, '0')}`;
    await shift(member, [`${day(night)}T22:00`, `${day(night + 1)}T02:00`], { orderId });
  }
  await shift(member, ['2025-03-20T20:00', '2025-03-20T23:00'], { orderId });
  const night = {
    ...{ code: 'night', item: 'night-duty' as const, label: 'Trực đêm' },
    basis: { per: 'duty' as const, duty: 'night' as const, leastHours: 4 },
    rates: [{ value: { vnd: 150_000 } }],
  };
  const capped = policy([{ ...night, cap: { most: 10 } }]);
  expect(await owed('2025-03', [here.communeId], [capped])).toMatchObject([
    { quantity: 10, whole: 150_000, amount: 1_500_000 },
  ]);
  expect(sumOf(await owed('2025-03', [here.communeId], [policy([night])]))).toBe(12 * 150_000);
});

test('43, 45, 46 · one cap shared by several kinds of duty', async () => {
  const here = await place();
  const member = await serving(here);
  const orderId = await order(here.communeId);
  for (const day of ['03', '04', '05', '06']) {
    await shift(member, [`2025-03-${day}T22:00`, `2025-03-${day}T23:59`], { orderId });
  }
  for (const day of ['10', '11', '12', '13', '14']) {
    await shift(member, [`2025-03-${day}T07:00`, `2025-03-${day}T11:00`], { orderId, heavy: true });
  }
  const line = (code: string, duty: 'night' | 'heavy') => ({
    ...{ code, item: 'night-duty' as const, label: code },
    basis: { per: 'duty' as const, duty },
    rates: [{ value: { vnd: 50_000 } }],
    cap: { most: 7, sharedWith: [code === 'night' ? 'heavy' : 'night'] },
  });
  const document = policy([line('night', 'night'), line('heavy', 'heavy')]);
  expect(sumOf(await owed('2025-03', [here.communeId], [document]))).toBe(7 * 50_000);
});

test('44, 47, 50 · a day when called out needs its hours and an order; more in a border commune', async () => {
  const here = await place();
  await tag(here.communeId, ['border']);
  const member = await serving(here);
  const orderId = await order(here.communeId);
  await shift(member, ['2025-03-03T07:00', '2025-03-03T11:00'], { orderId });
  await shift(member, ['2025-03-04T07:00', '2025-03-04T10:00'], { orderId });
  await shift(member, ['2025-03-05T07:00', '2025-03-05T15:00']);
  await shift(member, ['2025-03-06T07:00', '2025-03-06T15:00'], { orderId, state: 'recorded' });
  const document = policy([
    {
      ...{ code: 'call-out', item: 'call-out', label: 'Huy động' },
      basis: { per: 'duty', duty: 'any-day', leastHours: 4 },
      rates: [{ when: { tags: ['border'] }, value: { vnd: 170_000 } }, { value: { vnd: 100_000 } }],
    },
  ]);
  expect(await owed('2025-03', [here.communeId], [document])).toMatchObject([
    { quantity: 1, amount: 170_000, basis: { on: ['2025-03-03'] } },
  ]);
});

test('45 · a public holiday at its own rate, and nothing twice for one day', async () => {
  const here = await place();
  const member = await serving(here);
  const orderId = await order(here.communeId);
  await shift(member, ['2025-09-02T07:00', '2025-09-02T15:00'], { orderId });
  await shift(member, ['2025-09-09T07:00', '2025-09-09T15:00'], { orderId });
  const duty = (code: string, kind: 'holiday' | 'any-day', vnd: number) => ({
    ...{ code, item: 'holiday-duty' as const, label: code },
    basis: { per: 'duty' as const, duty: kind },
    rates: [{ value: { vnd } }],
  });
  const document = policy([duty('holiday', 'holiday', 200_000), duty('day', 'any-day', 100_000)], {
    exclusive: [{ lines: ['holiday', 'day'], keep: 'highest' }],
  });
  expect(sumOf(await owed('2025-09', [here.communeId], [document]))).toBe(300_000);
});

test('48 · duty out of the area is no money of the commune', async () => {
  const here = await place();
  const member = await serving(here);
  const orderId = await order(here.communeId, { outOfArea: true });
  await shift(member, ['2025-03-03T07:00', '2025-03-03T15:00'], { orderId });
  const line = (outOfArea: boolean) => ({
    ...{ code: outOfArea ? 'away' : 'day', item: 'out-of-area' as const, label: 'Ngày' },
    basis: { per: 'duty' as const, duty: 'any-day' as const, outOfArea },
    fund: outOfArea ? ('mobilising-body' as const) : ('commune' as const),
    rates: [{ value: { vnd: 100_000 } }],
  });
  expect(
    await owed('2025-03', [here.communeId], [policy([line(false), line(true)])]),
  ).toMatchObject([{ code: 'away', fund: 'mobilising-body', amount: 100_000 }]);
});

test('48 · emergency duty by the grade of hazard that the order names', async () => {
  const here = await place();
  const member = await serving(here);
  const orderId = await order(here.communeId, { hazardGrade: 2 });
  await shift(member, ['2026-08-03T07:00', '2026-08-03T15:00'], { orderId });
  const document = policy([
    {
      ...{ code: 'emergency', item: 'emergency-duty', label: 'Khẩn cấp' },
      basis: { per: 'duty', duty: 'any-day' },
      rates: [
        { when: { hazardGrades: [1] }, value: { vnd: 100_000 } },
        { when: { hazardGrades: [2] }, value: { vnd: 140_000 } },
        { when: { hazardGrades: [3] }, value: { vnd: 200_000 } },
      ],
    },
  ]);
  expect(sumOf(await owed('2026-08', [here.communeId], [document]))).toBe(140_000);
});

test('49 · a training day is paid at the rate of that very day', async () => {
  const here = await place();
  const member = await serving(here);
  await service.db.query(
    `insert into rate_value (id, "table", value, source, valid_from, valid_to) values
       (gen_random_uuid(), 'conscript-meal', 60000, 'Thông tư', '2024-01-01', '2025-04-16'),
       (gen_random_uuid(), 'conscript-meal', 70000, 'Thông tư', '2025-04-16', null)`,
  );
  await trained(member.personId, here.communeId, ['2025-04-15', '2025-04-16']);
  const document = policy([
    {
      ...{ code: 'training', item: 'training-day', label: 'Tập huấn' },
      basis: { per: 'training-day' },
      rates: [{ value: { times: '1', of: [{ table: 'conscript-meal' }] } }],
    },
  ]);
  const rows = await owed('2025-04', [here.communeId], [document]);
  expect(rows.map(({ amount }) => amount).sort()).toEqual([60_000, 70_000]);
});

test('51 · meal money by the day of treatment, only for who has no social insurance', async () => {
  const here = await place();
  const [bare, insured] = [await serving(here), await serving(here)];
  await detail(insured.personId, { kind: 'insurance', scheme: 'social', cover: 'own' });
  const document = policy([
    {
      ...{ code: 'meal', item: 'treatment-meal', label: 'Tiền ăn điều trị' },
      basis: { per: 'case', event: 'treatment-day' },
      rates: [{ when: { socialInsurance: ['none'] }, value: { vnd: 70_200 } }],
    },
    {
      ...{ code: 'cost', item: 'treatment', label: 'Chi phí điều trị' },
      basis: { per: 'case', event: 'treatment' },
      rates: [{ value: { times: '0.8', ofOwn: 'treatment-cost' } }],
      round: { to: 1_000, mode: 'up' },
    },
  ]);
  const harm = { about: 'treatment', on: '2025-03-10', treatmentDays: 12 } as const;
  const of = (personId: string, treatmentCost: number | null = 1_234_567) =>
    priced({ ...harm, personId, treatmentCost, communeId: here.communeId }, document);
  expect(await of(bare.personId)).toMatchObject([
    { code: 'cost', quantity: 1, amount: 988_000 },
    { code: 'meal', quantity: 12, whole: 70_200, amount: 842_400 },
  ]);
  expect(await of(insured.personId)).toMatchObject([{ code: 'cost', amount: 988_000 }]);
  // what nobody has said yet leaves the amount unknown
  expect(await of(insured.personId, null)).toMatchObject([{ code: 'cost', amount: null }]);
});

test('52 · a lump for the first 5 % of lost capacity, and one for each further per cent', async () => {
  const here = await place();
  const { personId } = await serving(here);
  const document = policy([
    {
      ...{ code: 'lump', item: 'disability', label: 'Suy giảm 5 %' },
      basis: { per: 'case', event: 'disability', above: 5 },
      rates: [{ value: { vnd: 7_450_000 } }],
    },
    {
      ...{ code: 'more', item: 'disability', label: 'Mỗi 1 % tiếp theo' },
      basis: { per: 'case', event: 'disability-percent', above: 5 },
      rates: [{ value: { vnd: 750_000 } }],
    },
  ]);
  const of = async (lostPercent: number) => {
    const said = { about: 'disability', on: '2025-03-10', personId, lostPercent } as const;
    const rows = await priced({ ...said, communeId: here.communeId }, document);
    return rows.reduce((sum, { amount }) => sum + amount!, 0);
  };
  expect([await of(4), await of(5), await of(6), await of(21), await of(100)]).toEqual([
    0, 7_450_000, 8_200_000, 19_450_000, 78_700_000,
  ]);
});

test('53 · death and funeral money frozen in đồng, or a multiple of the base wage on the day of death', async () => {
  const here = await place();
  const { personId } = await serving(here);
  const lines = (death: object, funeral: object) =>
    policy([
      {
        ...{ code: 'death', item: 'death' as const, label: 'Tiền tuất' },
        basis: { per: 'case', event: 'death' },
        rates: [{ value: death as never }],
      },
      {
        ...{ code: 'funeral', item: 'funeral' as const, label: 'Mai táng phí' },
        basis: { per: 'case', event: 'death' },
        rates: [{ value: funeral as never }],
      },
    ]);
  const of = async (on: string, document: ReturnType<typeof policy>) =>
    (await priced({ about: 'death', on, personId, communeId: here.communeId }, document)).map(
      ({ amount }) => amount,
    );
  const frozen = lines({ vnd: 36 * 1_490_000 }, { vnd: 10 * 1_490_000 });
  expect(await of('2026-06-30', frozen)).toEqual([53_640_000, 14_900_000]);
  const moving = (times: string) => ({ times, of: [{ table: 'base-wage' }] });
  const multiple = lines(moving('36'), moving('10'));
  expect(await of('2026-06-30', multiple)).toEqual([36 * 2_340_000, 10 * 2_340_000]);
  expect(await of('2026-07-01', multiple)).toEqual([36 * 2_530_000, 10 * 2_530_000]);
});

test('54 · severance by the year: last or highest allowance, broken service, half years, a cap, a floor', async () => {
  const here = await place();
  const { personId } = await serving(here);
  const force = 'part-time-police' as const;
  const of = async (
    basis: object,
    service: { from: string; to: string; allowance: number | null; force?: FormerForce }[],
    more: { times?: string; ground?: SeveranceGround; rates?: object[] } = {},
  ) => {
    const document = policy([
      {
        ...{ code: 'severance', item: 'severance', label: 'Thôi việc' },
        basis: { per: 'service-year', ...basis },
        rates: (more.rates ?? [
          { value: { times: more.times ?? '1', ofOwn: 'former-allowance' } },
        ]) as never,
      },
    ]);
    const said = { about: 'severance', on: '2024-12-20', personId } as const;
    const rows = await priced(
      {
        ...said,
        communeId: here.communeId,
        ...(more.ground ? { ground: more.ground } : {}),
        service: service.map((one) => ({ force, ...one })),
      },
      document,
    );
    return rows.length === 0 ? null : rows.reduce((sum, { amount }) => sum + amount!, 0);
  };
  const years = (n: number, allowance = 1_000_000) => [
    { from: `${2024 - n}-07-01`, to: '2024-07-01', allowance },
  ];
  const [first, second] = [
    { from: '2010-01-01', to: '2013-03-01', allowance: 900_000 },
    { from: '2020-01-01', to: '2024-07-01', allowance: 1_500_000 },
  ];
  expect(await of({}, [first!, second!], { times: '1.5' })).toBe(8 * 1.5 * 1_500_000);
  const posts = [
    { ...second!, allowance: 1_200_000 },
    { ...second!, allowance: 1_500_000, force: 'civil-defence-head' as const },
  ];
  expect(await of({ allowance: 'highest' }, posts)).toBe(4.5 * 1_500_000);
  expect(await of({ mostMonths: 5 }, years(12))).toBe(5_000_000);
  expect(await of({ mostMonths: 5 }, years(3))).toBe(3_000_000);
  expect(await of({}, years(3), { ground: 'own-accord' })).toBe(0);
  expect(await of({ notFor: [] }, years(3), { ground: 'own-accord' })).toBe(3_000_000);
  // tiers by years of service
  const tiers = [
    { when: { monthsServed: { from: 120 } }, value: { times: '2', ofOwn: 'former-allowance' } },
    { value: { times: '1', ofOwn: 'former-allowance' } },
  ];
  expect(await of({}, years(10), { rates: tiers })).toBe(20_000_000);
  expect(await of({}, years(9), { rates: tiers })).toBe(9_000_000);
});

test('54 · the template of 2009: from 15 continuous years on 1.5 times the average allowance a year', async () => {
  const here = await place();
  const { personId } = await serving(here);
  const document = policy([
    {
      ...{ code: 'severance', item: 'severance', label: 'Nghị định 73/2009/NĐ-CP' },
      basis: { per: 'service-year', leastYears: 15, continuous: true, allowance: 'average' },
      rates: [{ value: { times: '1.5', ofOwn: 'former-allowance' } }],
    },
  ]);
  const of = (from: string, allowance: number | null = 1_200_000) =>
    priced(
      {
        ...{ about: 'severance', on: '2024-12-20', personId, communeId: here.communeId },
        service: [{ force: 'part-time-police', from, to: '2024-07-01', allowance }],
      },
      document,
    );
  expect(await of('2009-07-01')).toMatchObject([
    {
      ...{ amount: 27_000_000, quantity: 15, excluded: null },
      basis: { service: { months: 180, years: '15', allowance: 1_200_000 } },
    },
  ]);
  expect(await of('2009-08-01')).toMatchObject([{ amount: 0, excluded: 'service' }]);
  expect(await of('2009-07-01', null)).toMatchObject([{ amount: null }]);
});

test('55 · operating money of a team', async () => {
  const here = await place();
  const document = policy([
    {
      ...{ code: 'team', item: 'team-operation', label: 'Hoạt động Tổ' },
      basis: { per: 'team-month' },
      rates: [{ value: { vnd: 200_000 } }],
    },
  ]);
  expect(await owed('2025-03', [here.communeId], [document])).toMatchObject([
    { personId: null, teamId: here.teamId, amount: 200_000 },
  ]);
});

test('1 · policies hold by area: each former province keeps its own', async () => {
  const [north, south] = [await unit('province', 'Bắc'), await unit('province', 'Nam')];
  const [here, there] = [await place(10, north), await place(10, south)];
  await serving(here);
  await serving(there);
  const inForce = (units: string[], vnd: number) => ({
    ...{ id: north, units, validFrom: '2024-07-01', validTo: null },
    document: policy([monthly(vnd)]) as never,
  });
  const { PolicyDocument } = await import('@antt/contracts');
  const applied = [inForce([north], 1_000_000), inForce([south], 2_000_000)].map((each) => ({
    ...each,
    document: PolicyDocument.parse(each.document),
  }));
  expect(sumOf(await owed('2025-03', [here.communeId], applied))).toBe(1_000_000);
  expect(sumOf(await owed('2025-03', [there.communeId], applied))).toBe(2_000_000);
});

test('days of suspension are not paid, days of leave are, unless the province says otherwise', async () => {
  const here = await place();
  const { personId, postingId } = await serving(here);
  const [{ decision_id: decisionId }] = await service.db.query(
    'select decision_id from posting where id = $1',
    [postingId],
  );
  await service.db.query(
    `insert into absence (id, person_id, kind, valid_from, valid_to, decision_id)
     values (gen_random_uuid(), $1, 'suspension', '2025-06-11', '2025-06-21', $2)`,
    [personId, decisionId],
  );
  const document = policy([monthly(1_200_000)]);
  expect(sumOf(await owed('2025-06', [here.communeId], [document]))).toBe(800_000);
  const paid = { ...document, absences: { suspension: true, leave: true } };
  expect(sumOf(await owed('2025-06', [here.communeId], [paid]))).toBe(1_200_000);
});
