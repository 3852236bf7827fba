import {
  checkPayroll,
  createPayroll,
  explainLine,
  getAllowanceChange,
  getAllowanceTotals,
  getPayroll,
  holdPay,
  listPayrolls,
  listPayrollVariance,
  PayrollState,
  recordDetail,
  releasePay,
  stepPayroll,
} from '@antt/contracts';
import { eventually, someone, useService } from '@antt/testing';
import type { Input } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AccountIndexer } from '../people/account-indexer.ts';
import { Sealer } from '../sealing/sealer.ts';
import { personnel } from '../service.ts';
import { moves } from './payroll-step.rules.ts';
import { monthly, policy } from './test-pay.ts';
import { amounts, checker, maker, payRuns, plain } from './test-run.ts';

const service = useService(personnel);
const { unit, place, team, serving, quota, adopted, province, run, step, approved, pay, linesOf } =
  payRuns(service);

type Asked = Partial<Input<typeof listPayrollVariance>>;
const variance = (id: string, asked: Asked = {}) =>
  service.call(listPayrollVariance, { id, limit: 100, ...asked }, maker);

test('a month goes from calculation to closing, and who submits never approves', async () => {
  const { provinceId } = await province([{ position: 'leader' }, {}]);
  const { id, people, total, next } = await run('2024-07', provinceId);
  expect({ people, total }).toEqual({ people: 2, total: 2_700_000 });
  expect(next).toContain('submit');
  expect(await step(id, 'submit')).toMatchObject({ state: 'submitted' });
  await expect(step(id, 'approve')).rejects.toMatchObject({
    type: 'payroll-is-checked-by-another',
  });
  expect((await service.call(getPayroll, { id }, maker)).next).not.toContain('approve');
  expect(await step(id, 'approve', checker)).toMatchObject({ state: 'approved' });
  await expect(step(id, 'close', checker)).rejects.toMatchObject({ type: 'payroll-step-not-now' });
  await step(id, 'pay');
  expect(await step(id, 'close', checker)).toMatchObject({ state: 'closed', total: 2_700_000 });
  const { acts } = await service.call(getPayroll, { id }, maker);
  expect(acts.map((act) => act.step)).toEqual(['calculate', 'submit', 'approve', 'pay', 'close']);
});

test('the database calculates a run as long as a person may ask for it', async () => {
  const told = await service.db.query(
    'select each as state from unnest($1::text[]) each where may_be_calculated(each)',
    [PayrollState.options],
  );
  expect(told.map(({ state }: { state: string }) => state)).toEqual(moves.calculate.from);
});

test('lines of a submitted run stay as they are, whoever writes', async () => {
  const { provinceId } = await province([{}]);
  const { id } = await run('2024-07', provinceId);
  await step(id, 'submit');
  await expect(
    service.db.query('update payroll_line set amount = 1 where payroll_id = $1', [id]),
  ).rejects.toMatchObject({ driverError: { constraint: 'submitted_payroll_is_final' } });
});

test('a commune is paid by one run a month; a reversed run makes place for another', async () => {
  const { provinceId, communeId } = await province([{}]);
  const { id } = await run('2024-07', communeId);
  await expect(run('2024-07', provinceId)).rejects.toMatchObject({
    type: 'payroll-has-no-commune',
  });
  await service.call(stepPayroll, { id, step: 'reverse', ...plain, reason: 'Nhầm tháng' }, checker);
  expect(await run('2024-07', provinceId)).toMatchObject({ communes: 1, total: 1_200_000 });
});

test('fifty runs begun at once for one commune leave one', async () => {
  const { communeId } = await province([{}]);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      service.call(createPayroll, { id: randomUUID(), month: '2024-07', within: communeId }, maker),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
}, 60_000);

test('a decision entered late comes as a difference in the next run; the paid month stays', async () => {
  const here = await province([{ position: 'leader' }]);
  const july = await pay('2024-07', here.provinceId);
  await serving(here, { from: '2024-07-16' });
  const august = await run('2024-08', here.provinceId);
  expect(august).toMatchObject({ total: 1_500_000 + 1_200_000 + 619_355, adjustments: 619_355 });
  const late = (await linesOf(august.id)).filter(({ kind }) => kind === 'adjustment');
  expect(late).toMatchObject([{ month: '2024-07', amount: 619_355, cause: 'joined' }]);
  expect((await service.call(getPayroll, { id: july }, maker)).total).toBe(1_500_000);
  const explanation = await service.call(explainLine, { id: late[0]!.id }, maker);
  expect(explanation).toMatchObject({
    before: 0,
    after: 619_355,
    policy: { number: '01/2024/NQ-HĐND' },
  });
});

test('who left before the month was paid in full is asked back, once', async () => {
  const here = await province([{}, {}]);
  await pay('2024-07', here.provinceId);
  await service.db.query('update posting set valid_to = $2 where id = $1', [
    here.members[0]!.postingId,
    '2024-07-16',
  ]);
  const august = await run('2024-08', here.provinceId);
  // 15 of 31 days were served: 1,200,000 × 16 ÷ 31 comes back
  expect(august).toMatchObject({ adjustments: -619_355, total: 1_200_000 - 619_355 });
  await step(august.id, 'submit');
  expect(await run('2024-09', here.provinceId)).toMatchObject({ adjustments: 0 });
});

test('a resolution adopted late changes what was paid by differences alone', async () => {
  const here = await province([{}]);
  await pay('2024-07', here.provinceId);
  await pay('2024-08', here.provinceId);
  await service.db.query(`update policy set valid_to = '2024-08-01' where id = $1`, [
    here.policyId,
  ]);
  const second = await adopted(policy([monthly(1_300_000)]), [here.provinceId], '2024-08-01');
  await service.db.query(`insert into pay_change (from_day) values ('2024-08-01')`);
  const september = await run('2024-09', here.provinceId);
  expect(september).toMatchObject({ total: 1_400_000, adjustments: 100_000 });
  const lines = await linesOf(september.id);
  expect(lines.find(({ kind }) => kind === 'adjustment')).toMatchObject({
    month: '2024-08',
    cause: 'rate',
  });
  expect((await service.call(explainLine, { id: lines[0]!.id }, maker)).policy?.id).toBe(second);
});

test('nothing has changed, nothing is adjusted', async () => {
  const here = await province([{}, { from: '2024-07-11' }]);
  await pay('2024-07', here.provinceId);
  await pay('2024-08', here.provinceId);
  expect(await run('2024-09', here.provinceId)).toMatchObject({ adjustments: 0, total: 2_400_000 });
});

test('a run that something changed of since it was calculated is not submitted', async () => {
  const here = await province([{}]);
  const { id } = await run('2024-07', here.provinceId);
  await serving(here, {});
  expect(await service.call(getPayroll, { id }, maker)).toMatchObject({ outdated: true });
  await expect(step(id, 'submit')).rejects.toMatchObject({ type: 'payroll-is-outdated' });
  await service.call(stepPayroll, { id, step: 'calculate', ...plain }, maker);
  const again = await eventually(async () => {
    const payroll = await service.call(getPayroll, { id }, maker);
    return payroll.people === 2 ? payroll : null;
  });
  expect(again).toMatchObject({ total: 2_400_000, outdated: false });
  await step(id, 'submit');
});

test('a later month waits until the earlier one was sent on', async () => {
  const here = await province([{}]);
  const july = await run('2024-07', here.provinceId);
  const august = await run('2024-08', here.provinceId);
  await expect(step(august.id, 'submit')).rejects.toMatchObject({
    type: 'payroll-earlier-is-open',
  });
  await step(july.id, 'submit');
  await step(august.id, 'submit');
});

test('what is unusual is accepted with a reason or not sent on', async () => {
  const here = await province([{}]);
  await quota(here.communeId, 0);
  await service.db.query('delete from quota where unit_id = $1 and members = 50', [here.communeId]);
  const { id } = await run('2024-07', here.provinceId);
  await expect(step(id, 'submit')).rejects.toMatchObject({
    type: 'payroll-has-findings',
    body: { findings: [{ check: 'over-quota', severity: 'soft' }] },
  });
  await service.call(
    stepPayroll,
    { id, step: 'submit', accept: ['over-quota'], reason: 'Chờ quyết định bổ sung chỉ tiêu' },
    maker,
  );
});

test('somebody paid without a decision stops the run', async () => {
  const here = await province([{}]);
  await service.db.query('update posting set decision_id = null where id = $1', [
    here.members[0]!.postingId,
  ]);
  const { id } = await run('2024-07', here.provinceId);
  await expect(
    service.call(
      stepPayroll,
      { id, step: 'submit', accept: ['posting-without-decision'], reason: 'Sẽ bổ sung sau' },
      maker,
    ),
  ).rejects.toMatchObject({ type: 'payroll-has-findings' });
});

test('the variance tells who is new, gone or paid otherwise, and why', async () => {
  const here = await province([{}, {}, {}]);
  await pay('2024-07', here.provinceId);
  await service.db.query(`update posting set valid_to = '2024-08-01' where id = $1`, [
    here.members[0]!.postingId,
  ]);
  await serving(here, { from: '2024-08-01' });
  const { id } = await run('2024-08', here.provinceId);
  expect(await variance(id)).toMatchObject({ total: 2 });
  const check = await service.call(checkPayroll, { id }, maker);
  expect(check).toMatchObject({ before: 3_600_000, now: 3_600_000 });
  expect(check.causes).toEqual(
    expect.arrayContaining([
      { cause: 'joined', people: 1, difference: 1_200_000 },
      { cause: 'left', people: 1, difference: -1_200_000 },
    ]),
  );
});

test('pay of a person is held and released, with a reason', async () => {
  const here = await province([{}]);
  const { id } = await run('2024-07', here.provinceId);
  const { personId } = here.members[0]!;
  await service.call(holdPay, { id, personId, reason: 'Chờ xác minh tài khoản' }, maker);
  expect(await service.call(getPayroll, { id }, maker)).toMatchObject({ held: 1_200_000 });
  expect(await linesOf(id)).toMatchObject([{ aside: 'held' }]);
  await service.call(releasePay, { id, personId, reason: 'Đã xác minh' }, maker);
  expect(await service.call(getPayroll, { id }, maker)).toMatchObject({ held: 0 });
});

test('a finance officer of another province sees no run and can begin none here', async () => {
  const here = await province([{}]);
  const { id } = await run('2024-07', here.provinceId);
  const stranger = someone('finance-officer', [await unit('province', 'Khác')]);
  await expect(service.call(getPayroll, { id }, stranger)).rejects.toMatchObject({
    type: 'payroll-not-found',
  });
  await expect(
    service.call(
      createPayroll,
      { id: randomUUID(), month: '2024-08', within: here.communeId },
      stranger,
    ),
  ).rejects.toMatchObject({ type: 'payroll-has-no-commune' });
  const commune = someone('commune-officer', [here.communeId]);
  expect(await service.call(listPayrolls, { limit: 10 }, commune)).toMatchObject({ total: 1 });
  await expect(step(id, 'submit', commune)).rejects.toMatchObject({ type: 'outside-area' });
});

test('totals tie out with the lines, by any of unit, month, item and position', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const [one, two] = [await place(50, provinceId), await place(50, provinceId)];
  await serving(one, { position: 'leader' });
  await serving(one);
  await serving(two);
  const supplement = {
    ...{ code: 'position', item: 'position-supplement' as const, label: 'Chức danh' },
    rates: [{ when: { positions: ['leader' as const] }, value: { vnd: 300_000 } }],
  };
  await adopted(policy([monthly(1_000_000), supplement]), [provinceId]);
  await pay('2024-07', provinceId);
  await pay('2024-08', provinceId);
  const asked = { from: '2024-07', to: '2024-08', within: provinceId, status: 'all' as const };
  for (const level of ['commune', 'team', 'province'] as const) {
    for (const by of [
      'unit',
      'month',
      'item',
      'position',
      'source',
      'unit,month',
      'unit,item,position',
      'month,item',
    ]) {
      const { rows, total } = await service.call(
        getAllowanceTotals,
        { ...asked, level, by },
        maker,
      );
      expect(total.amount).toBe(6_600_000);
      expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(6_600_000);
    }
  }
  const byItem = await service.call(
    getAllowanceTotals,
    { ...asked, level: 'commune', by: 'item' },
    maker,
  );
  expect(byItem.rows).toMatchObject([
    { item: 'monthly-support', amount: 6_000_000, people: 6 },
    { item: 'position-supplement', amount: 600_000, people: 2 },
  ]);
  const closed = await service.call(
    getAllowanceTotals,
    { ...asked, level: 'commune', by: 'unit', status: 'open' },
    maker,
  );
  expect(closed.total.amount).toBe(0);
});

test('the change of a month is split by its causes and adds up', async () => {
  const here = await province([{}, {}]);
  await pay('2024-07', here.provinceId);
  await serving(here, { from: '2024-07-16' });
  await pay('2024-08', here.provinceId);
  const change = await service.call(getAllowanceChange, { within: here.provinceId }, maker);
  expect(change).toMatchObject({ month: '2024-08', before: '2024-07', decided: 50, serving: 3 });
  const split = change.causes.reduce((sum, { difference }) => sum + difference, 0);
  expect(split).toBe(change.amount - change.amountBefore);
  expect(change.causes).toEqual(
    expect.arrayContaining([{ cause: 'late-decision', people: 1, difference: 619_355 }]),
  );
});

test('who had a run submitted once never approves it, whoever submitted it again', async () => {
  const { provinceId } = await province([{}]);
  const { id } = await run('2024-07', provinceId);
  await step(id, 'submit');
  await service.call(
    stepPayroll,
    { id, step: 'return', ...plain, reason: 'Kiểm tra lại' },
    checker,
  );
  const third = someone('finance-officer');
  await step(id, 'submit', third);
  await expect(step(id, 'approve')).rejects.toMatchObject({
    type: 'payroll-is-checked-by-another',
  });
  await step(id, 'approve', checker);
  await expect(
    service.call(stepPayroll, { id, step: 'reverse', ...plain, reason: 'Lập lại bảng' }, maker),
  ).rejects.toMatchObject({ type: 'payroll-is-checked-by-another' });
});

test('a value that a province sets late is paid to all who are told by it', async () => {
  const share = { times: '1', of: [{ table: 'health-insurance-price' as const }] };
  const document = policy([
    { ...monthly(0), rates: [{ value: share }], item: 'health-insurance' as const },
  ]);
  const provinceId = await unit('province', 'Bắc Giang');
  const here = await place(50, provinceId);
  await serving(here);
  await adopted(document, [provinceId]);
  const price = (amount: number, from: string, to: string | null) =>
    service.db.query(
      `insert into rate_value (id, "table", unit_id, value, source, valid_from, valid_to)
       values (gen_random_uuid(), 'health-insurance-price', $1, $2, 'NQ', $3, $4)`,
      [provinceId, amount, from, to],
    );
  await price(50_000, '2024-01-01', '2024-07-01');
  await price(52_000, '2024-07-01', null);
  await pay('2024-07', provinceId);
  await service.db.query(
    `update rate_value set value = 60000 where unit_id = $1 and valid_to is null`,
    [provinceId],
  );
  expect(await run('2024-08', provinceId)).toMatchObject({ total: 68_000, adjustments: 8_000 });
});

test('what a reversed run paid is owed again, and not twice', async () => {
  const here = await province([{}]);
  const july = await pay('2024-07', here.provinceId);
  await serving(here, { from: '2024-07-16' });
  const august = await run('2024-08', here.provinceId);
  expect(august.adjustments).toBe(619_355);
  await service.call(
    stepPayroll,
    { id: july, step: 'reverse', ...plain, reason: 'Chi nhầm tài khoản' },
    checker,
  );
  await expect(step(august.id, 'submit')).rejects.toMatchObject({ type: 'payroll-is-outdated' });
  await pay('2024-07', here.provinceId);
  await service.call(stepPayroll, { id: august.id, step: 'calculate', ...plain }, maker);
  await eventually(async () => {
    const { state, adjustments } = await service.call(getPayroll, { id: august.id }, maker);
    return state === 'calculated' && adjustments === 0;
  });
});

test('of a month that is reversed and a later one that is submitted at once one comes first, and the other sees it', async () => {
  for (let n = 0; n < 5; n += 1) {
    const here = await province([{}]);
    const july = await approved('2024-07', here.provinceId);
    const { id: august } = await run('2024-08', here.provinceId);
    const reversing = { id: july, step: 'reverse' as const, ...plain, reason: 'Lập lại bảng' };
    const outcomes = await Promise.allSettled([
      service.call(stepPayroll, reversing, checker),
      step(august, 'submit'),
    ]);
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? each.reason : []));
    expect(refused).toHaveLength(1);
    expect(['payroll-step-not-now', 'payroll-is-outdated']).toContain(refused[0].type);
  }
});

test('lines are not added to a run that was submitted', async () => {
  const { provinceId } = await province([{}]);
  const { id } = await run('2024-07', provinceId);
  await step(id, 'submit');
  await expect(
    service.db.query(
      `insert into payroll_line (payroll_id, team_id, commune_id, policy_id, code, item, fund, month, kind, rate,
                                 whole, quantity, days, amount)
       select payroll_id, team_id, commune_id, policy_id, code, item, fund, month, kind, rate, whole, quantity, days,
              amount from payroll_line where payroll_id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ driverError: { constraint: 'submitted_payroll_is_final' } });
});

test('the variance of a run counts the money of teams as well: it ties out with both runs', async () => {
  const operation = {
    ...{ code: 'team', item: 'team-operation' as const, label: 'Hoạt động Tổ' },
    ...{ basis: { per: 'team-month' as const }, rates: [{ value: { vnd: 200_000 } }] },
  };
  const here = await province([{}], policy([monthly(amounts), operation]));
  await pay('2024-07', here.provinceId);
  const second = await team([here.villageId], { from: '2024-08-01' });
  const { id, total } = await run('2024-08', here.provinceId);
  const { items } = await variance(id);
  expect(items).toMatchObject([{ personId: null, teamId: second, before: 0, now: 200_000 }]);
  const check = await service.call(checkPayroll, { id }, maker);
  expect(check).toMatchObject({ before: 1_400_000, now: total });
  expect(check.causes).toEqual([{ cause: 'joined', people: 0, difference: 200_000 }]);
});

test('an amount that nobody knows stops a run, and is named with its line, its people and its document', async () => {
  const { provinceId } = await province([{}, {}]);
  const document = policy([
    {
      ...{ code: 'poverty', item: 'monthly-support', label: 'Hỗ trợ theo chuẩn nghèo' },
      rates: [{ value: { times: '0.5', of: [{ table: 'rural-poverty-line' }] } }],
    },
  ]);
  await adopted(document, [provinceId]);
  const id = randomUUID();
  await service.call(createPayroll, { id, month: '2024-07', within: provinceId }, maker);
  const failed = await eventually(async () => {
    const payroll = await service.call(getPayroll, { id }, maker);
    return payroll.failure && payroll;
  });
  expect(failed).toMatchObject({ state: 'draft', lines: 0 });
  expect(failed.failure).toMatchObject({
    code: 'value-missing',
    lines: [
      {
        ...{ month: '2024-07', policy: '01/2024/NQ-HĐND', people: 2 },
        line: 'Hỗ trợ theo chuẩn nghèo',
      },
    ],
  });
  await service.db.query(
    `insert into rate_value (id, "table", key, unit_id, value, source, valid_from)
     values ($1, 'rural-poverty-line', '', $2, 1500000, 'Nghị định 07/2021/NĐ-CP', '2022-01-01')`,
    [randomUUID(), provinceId],
  );
  await service.call(stepPayroll, { id, step: 'calculate', ...plain }, maker);
  await eventually(async () => {
    const payroll = await service.call(getPayroll, { id }, maker);
    return payroll.failure === null && payroll.lines >= 2;
  });
});

test('money of the teams that nobody knows stops a run as well', async () => {
  const { provinceId } = await province([{}]);
  const operation = {
    ...{ code: 'team', item: 'team-operation' as const, label: 'Hoạt động Tổ' },
    basis: { per: 'team-month' as const },
    rates: [{ value: { times: '0.1', of: [{ table: 'rural-poverty-line' as const }] } }],
  };
  await adopted(policy([monthly(amounts), operation]), [provinceId]);
  const id = randomUUID();
  await service.call(createPayroll, { id, month: '2024-07', within: provinceId }, maker);
  const { failure } = await eventually(async () => {
    const payroll = await service.call(getPayroll, { id }, maker);
    return payroll.failure && payroll;
  });
  expect(failure).toMatchObject({
    code: 'value-missing',
    lines: [{ month: '2024-07', line: 'Hoạt động Tổ', people: 0 }],
  });
});

test('two people who are paid to one account are named before a run is sent on, however the number is spaced', async () => {
  const { provinceId, members } = await province([{}, {}, {}]);
  const account = (personId: string, number: string) =>
    service.call(recordDetail, {
      ...{ id: randomUUID(), personId, validFrom: '2024-07-01', validTo: null },
      content: { kind: 'bank-account', bank: 'Agribank', number },
    });
  await account(members[0]!.personId, '2500-205123456');
  await account(members[1]!.personId, '2500205123456');
  await account(members[2]!.personId, '2500205999999');
  // as it was recorded before accounts had an index
  await service.db.query('update person_detail set number_index = null where person_id = $1', [
    members[0]!.personId,
  ]);
  const sealer = new Sealer({
    PERSONAL_DATA_KEYS: [Buffer.alloc(32, 'data').toString('base64')],
    PERSONAL_INDEX_KEY: Buffer.alloc(32, 'index').toString('base64'),
  } as never);
  await new AccountIndexer(service.db.manager, sealer).onApplicationBootstrap();
  const { id } = await run('2024-07', provinceId);
  await expect(step(id, 'submit')).rejects.toMatchObject({ type: 'payroll-has-findings' });
  const { findings } = await service.call(checkPayroll, { id }, maker);
  const shared = findings.find(({ check }) => check === 'bank-account-shared');
  expect(shared).toMatchObject({ severity: 'soft', people: 2 });
  expect(shared!.examples.map(({ personId }) => personId).sort()).toEqual(
    [members[0]!.personId, members[1]!.personId].sort(),
  );
});
