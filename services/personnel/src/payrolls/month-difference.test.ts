import {
  checkPayroll,
  getAllowanceChange,
  listPayrollVariance,
  type VarianceCause,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { personnel } from '../service.ts';
import { monthly, policy } from './test-pay.ts';
import { amounts, maker, payRuns } from './test-run.ts';

const service = useService(personnel);
const { place, team, serving, adopted, province, run, step, pay, shift } = payRuns(service);

const insured = policy([
  monthly(amounts),
  {
    ...{ code: 'si', item: 'social-insurance', label: 'Hỗ trợ đóng BHXH', payee: 'insurer' },
    rates: [{ value: { vnd: 66_000 } }],
  },
]);
const nights = policy([
  monthly(amounts),
  {
    ...{ code: 'night', item: 'night-duty', label: 'Trực đêm' },
    ...{
      basis: { per: 'duty', duty: 'night', needsOrder: false },
      rates: [{ value: { vnd: 50_000 } }],
    },
  },
]);

type Asked = Partial<Input<typeof listPayrollVariance>>;
const variance = (id: string, asked: Asked = {}) =>
  service.call(listPayrollVariance, { id, limit: 100, ...asked }, maker);
const check = (id: string, within?: string) =>
  service.call(checkPayroll, { id, ...(within && { within }) }, maker);

/** A đồng more than the policies owe, as nothing recorded explains it. */
const tampered = (payrollId: string, by: number) =>
  service.db.query(
    `update payroll_line set amount = amount + $2 where payroll_id = $1 and code = 'monthly'`,
    [payrollId, by],
  );

test.each([
  ['2024-07', '2024-08', 'of 31 days both'],
  ['2024-08', '2024-09', 'of 31 and 30 days'],
  ['2025-02', '2025-03', 'of 28 and 31 days'],
])(
  'BR-46: an amount that nothing explains is answered for by somebody, or not sent on (%s and %s, %s)',
  async (before, month) => {
    const here = await province([{}], insured);
    await pay(before, here.provinceId);
    const { id } = await run(month, here.provinceId);
    await tampered(id, 1);
    expect((await variance(id)).items).toMatchObject([{ cause: 'unexplained' }]);
    await expect(step(id, 'submit')).rejects.toMatchObject({
      type: 'payroll-has-findings',
      body: { findings: [{ check: 'change-unexplained', severity: 'soft', people: 1 }] },
    });
    const { change } = await both(id, month, here.provinceId);
    expect(change.causes).toEqual([{ cause: 'unexplained', people: 1, difference: 1 }]);
  },
);

/** A run and the totals of its month, as they tell the difference. */
async function both(id: string, month: string, within: string) {
  const change = await service.call(getAllowanceChange, { month, within }, maker);
  return { change, told: await check(id) };
}

test('days that are missing from one month and not from the other are a cause, the length of a month is none', async () => {
  const here = await province([{}, { to: '2024-09-16' }]);
  await pay('2024-08', here.provinceId);
  const { id } = await run('2024-09', here.provinceId);
  expect((await variance(id)).items).toMatchObject([
    { personId: here.members[1]!.personId, cause: 'days', before: 1_200_000, now: 600_000 },
  ]);
  await step(id, 'submit');
  const { id: october } = await run('2024-10', here.provinceId);
  expect((await variance(october)).items).toMatchObject([{ cause: 'left', before: 600_000 }]);
});

test('who serves in another Tổ, another commune or otherwise is paid otherwise because of that', async () => {
  const here = await province([{}, {}, {}, {}]);
  const elsewhere = await place(50, here.provinceId);
  const second = await team([here.villageId]);
  await pay('2024-08', here.provinceId);
  const [toTeam, toCommune, promoted] = here.members;
  for (const [member, teamId, position] of [
    [toTeam!, second, 'ordinary'],
    [toCommune!, elsewhere.teamId, 'ordinary'],
    [promoted!, here.teamId, 'leader'],
  ] as const) {
    await service.db.query(`update posting set valid_to = '2024-09-01' where id = $1`, [
      member.postingId,
    ]);
    await service.db.query(
      `insert into posting (id, person_id, team_id, position, valid_from, decision_id)
       select gen_random_uuid(), person_id, $2, $3, '2024-09-01', decision_id from posting where id = $1`,
      [member.postingId, teamId, position],
    );
  }
  const { id } = await run('2024-09', here.provinceId);
  await tampered(id, 100_000);
  const causes = new Map(
    (await variance(id)).items.map(({ personId, cause }) => [personId, cause]),
  );
  expect(here.members.map(({ personId }) => causes.get(personId))).toEqual([
    ...['moved', 'moved', 'moved'],
    'unexplained',
  ]);
});

test('the run and the totals of its month divide the difference alike, and each cause of them has its people', async () => {
  const here = await province([{}, {}, {}, {}], nights);
  const [dutiful, left, late, raised] = here.members;
  await shift(dutiful!, ['2024-08-05T22:00', '2024-08-06T06:00']);
  await service.db.query(`update posting set valid_from = '2024-08-16' where id = $1`, [
    late!.postingId,
  ]);
  await pay('2024-08', here.provinceId);
  for (const night of ['05', '06', '07']) {
    await shift(dutiful!, [`2024-09-${night}T22:00`, `2024-09-${night}T23:30`]);
  }
  await service.db.query(`update posting set valid_to = '2024-09-01' where id = $1`, [
    left!.postingId,
  ]);
  await service.db.query(`update posting set valid_from = '2024-08-01' where id = $1`, [
    late!.postingId,
  ]);
  const joined = await serving(here, { from: '2024-09-01' });
  await service.db.query(`update policy set valid_to = '2024-09-01' where id = $1`, [
    here.policyId,
  ]);
  await adopted(
    policy([
      monthly({ ...amounts, ordinary: 1_300_000 }),
      { ...nights.lines[1]!, rates: [{ value: { vnd: 60_000 } }] },
    ]),
    [here.provinceId],
    '2024-09-01',
  );
  await service.db.query(`insert into pay_change (from_day) values ('2024-09-01')`);
  const { id, total } = await run('2024-09', here.provinceId);
  await step(id, 'submit');
  const { change, told } = await both(id, '2024-09', here.provinceId);
  expect(told.causes).toEqual(change.causes);
  expect(told).toMatchObject({ before: change.amountBefore, now: total });
  const split = told.causes.reduce((sum, { difference }) => sum + difference, 0);
  expect(split).toBe(told.now - told.before);
  expect(new Set(told.causes.map(({ cause }) => cause))).toEqual(
    new Set<VarianceCause>(['joined', 'left', 'duty', 'rate', 'late-decision']),
  );
  const whole = (await variance(id)).items;
  for (const { cause, people, difference } of told.causes) {
    const { items, total: count } = await variance(id, { cause });
    expect({ cause, count }).toEqual({ cause, count: people });
    const of = items.flatMap(({ parts }) => parts).filter((part) => part.cause === cause);
    expect(of.reduce((sum, part) => sum + part.difference, 0)).toBe(difference);
  }
  expect(whole.find(({ personId }) => personId === dutiful!.personId)).toMatchObject({
    cause: 'duty',
    parts: [
      { cause: 'duty', difference: 130_000 },
      { cause: 'rate', difference: 100_000 },
    ],
  });
  expect(whole.find(({ personId }) => personId === joined.personId)).toMatchObject({
    ...{ cause: 'joined', parts: [{ cause: 'joined', difference: 1_300_000 }] },
  });
  expect(whole.find(({ personId }) => personId === raised!.personId)?.cause).toBe('rate');
});

test('the list of who differs comes page by page, each of them once, in an area as in the totals of the area', async () => {
  const here = await province([{}, {}]);
  const other = await place(50, here.provinceId);
  await serving(other);
  await pay('2024-08', here.provinceId);
  for (const at of [here, here, other]) await serving(at, { from: '2024-09-01' });
  const { id } = await run('2024-09', here.provinceId);
  await step(id, 'submit');
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await variance(id, { limit: 2, ...(cursor && { cursor }) });
    expect(page.total).toBe(3);
    seen.push(...page.items.map(({ personId }) => personId!));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen).toHaveLength(3);
  expect(new Set(seen).size).toBe(3);
  const { causes, now } = await check(id, other.communeId);
  const change = await service.call(
    getAllowanceChange,
    { month: '2024-09', within: other.communeId },
    maker,
  );
  expect({ causes, now }).toEqual({ causes: change.causes, now: change.amount });
  expect(causes).toEqual([{ cause: 'joined', people: 1, difference: 1_200_000 }]);
  expect(await variance(id, { within: other.communeId })).toMatchObject({ total: 1 });
});
