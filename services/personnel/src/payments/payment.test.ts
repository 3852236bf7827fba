import {
  beginPaymentFiles,
  getPayroll,
  getPaymentBatch,
  holdPay,
  issuePayments,
  judgeDuplicate,
  keepPaymentFiles,
  listPayees,
  listPaymentBatches,
  listPayments,
  listPayrollLines,
  listPayrolls,
  makePayPaper,
  recordDetail,
  releasePay,
  revealPayments,
  setParameter,
  settlePayment,
  stepPayroll,
} from '@antt/contracts';
import { readArchive } from '@antt/reading/archive';
import { eventually, someone, useService } from '@antt/testing';
import type { Input } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { monthly, policy } from '../payrolls/test-pay.ts';
import { amounts, checker, maker, payRuns, plain } from '../payrolls/test-run.ts';
import { personnel } from '../service.ts';
import { results } from './test-result.ts';

const service = useService(personnel);
const { unit, place, serving, adopted, province, run, step, approved, pay, order, shift, linesOf } =
  payRuns(service);
const take = results(service, maker);

async function account(personId: string, number: string, validFrom = '2024-07-01') {
  const content = { kind: 'bank-account', bank: 'Agribank', number } as const;
  const detail = { id: randomUUID(), personId, content, validFrom, validTo: null };
  await service.call(recordDetail, detail);
}

const batches = (id: string) => service.call(listPaymentBatches, { id }, maker);
const payments = async (id: string, asked: object = {}, as = maker) =>
  (await service.call(listPayments, { id, limit: 500, ...asked }, as)).items;
type Issuing = Input<typeof issuePayments>;
const issue = (id: string, { accept = [], reason: why = '' }: Partial<Issuing> = {}, as = maker) =>
  service.call(issuePayments, { id, batchId: randomUUID(), accept, reason: why }, as);
const reason = 'Ngân hàng báo sai số tài khoản';
const settle = (id: string, outcome: 'paid' | 'failed' | 'left') =>
  service.call(settlePayment, { id, outcome, reason }, maker);

const back = (id: string, name: 'return' | 'reverse') =>
  service.call(stepPayroll, { id, step: name, ...plain, reason: 'Sai nguồn kinh phí' }, checker);
const hold = (id: string, personId: string, why = 'Chờ xác minh tài khoản') =>
  service.call(holdPay, { id, personId, reason: why }, maker);
const release = (id: string, personId: string, as = checker) =>
  service.call(releasePay, { id, personId, reason: 'Đã xác minh' }, as);
/** Somebody has the files of the first batch. */
async function sent(id: string) {
  const [batch] = (await batches(id)).items;
  await service.call(revealPayments, { batchId: batch!.id, reason, limit: 1 }, maker);
}

const teamMoney = {
  ...{ code: 'team', item: 'team-operation' as const, label: 'Hoạt động Tổ' },
  ...{ basis: { per: 'team-month' as const }, rates: [{ value: { vnd: 200_000 } }] },
};

const insurance = {
  ...{ code: 'si', item: 'social-insurance' as const, label: 'Hỗ trợ đóng BHXH' },
  ...{ payee: 'insurer' as const, rates: [{ value: { vnd: 66_000 } }] },
};

test('approval issues a payment to each person and team, by bank where an account is recorded', async () => {
  const here = await province([{ position: 'leader' }, {}], policy([monthly(amounts), teamMoney]));
  const [leader] = here.members;
  await account(leader!.personId, '2600505112233');
  const { id, total } = await run('2024-07', here.provinceId);
  await step(id, 'submit');
  expect((await batches(id)).items).toEqual([]);
  await step(id, 'approve', checker);
  const { items, due, sums } = await batches(id);
  expect(items).toMatchObject([
    { number: 1, withdrawn: false, filesAt: null, issued: { payments: 3, amount: total } },
  ]);
  expect(due).toEqual([]);
  expect(sums).toMatchObject({ lines: total, issued: { amount: total }, held: { amount: 0 } });
  // People of one name stand in no order of their own.
  const issued = (await payments(id)).sort((a, b) => b.amount - a.amount);
  expect(issued).toMatchObject([
    { personId: leader!.personId, channel: 'bank', account: '•••••••••2233', amount: 1_500_000 },
    { channel: 'office', account: null, amount: 1_200_000 },
    { personId: null, channel: 'office', amount: 200_000, teamId: here.teamId },
  ]);
  expect(new Set(issued.map(({ key }) => key)).size).toBe(3);
});

test('who is paid by post or at the office although there is an account says so in the record', async () => {
  const here = await province([{}]);
  const { personId } = here.members[0]!;
  await account(personId, '2600805112233');
  const content = { kind: 'pay-channel', channel: 'post' } as const;
  const dated = { validFrom: '2024-07-01', validTo: null };
  await service.call(recordDetail, { id: randomUUID(), personId, content, ...dated });
  const id = await approved('2024-07', here.provinceId);
  expect(await payments(id)).toMatchObject([{ channel: 'post', account: null, bank: '' }]);
});

test('what was issued is never changed, doubled or forgotten, whoever writes', async () => {
  const here = await province([{}]);
  const id = await approved('2024-07', here.provinceId);
  const refused = (constraint: string) => ({ driverError: { constraint } });
  await expect(
    service.db.query('update payment set amount = 1 where payroll_id = $1', [id]),
  ).rejects.toMatchObject(refused('issued_payment_is_final'));
  await expect(
    service.db.query('delete from payment where payroll_id = $1', [id]),
  ).rejects.toMatchObject(refused('issued_payment_is_final'));
  await expect(
    service.db.query(
      `insert into payment (payroll_id, batch_id, commune_id, team_id, person_id, payee, name, team_name, amount, channel)
       select payroll_id, batch_id, commune_id, team_id, person_id, payee, name, team_name, amount, channel
         from payment where payroll_id = $1`,
      [id],
    ),
  ).rejects.toMatchObject(refused('pay_is_issued_once'));
});

test('money that is released after the run was paid is paid by a later batch, once', async () => {
  const here = await province([{}, {}]);
  const { personId } = here.members[0]!;
  const { id } = await run('2024-07', here.provinceId);
  await hold(id, personId);
  await step(id, 'submit');
  await step(id, 'approve', checker);
  expect((await batches(id)).sums).toMatchObject({
    lines: 2_400_000,
    issued: { payments: 1, amount: 1_200_000 },
    held: { payments: 1, amount: 1_200_000 },
  });
  await step(id, 'pay');
  await step(id, 'close', checker);
  await expect(issue(id)).rejects.toMatchObject({ type: 'payment-batch-is-empty' });
  await release(id, personId);
  expect((await batches(id)).due).toMatchObject([{ ownerId: personId, why: 'released' }]);
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => issue(id)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const all = await payments(id);
  expect(all.map(({ batch, amount }) => [batch, amount])).toEqual([
    [1, 1_200_000],
    [2, 1_200_000],
  ]);
  expect((await batches(id)).sums).toMatchObject({ due: { amount: 0 }, held: { amount: 0 } });
});

test('what is held is told alike by the run, its lines, its sums and the answer: what goes to others is none of it', async () => {
  const document = policy([
    insurance,
    monthly(amounts),
    {
      ...{ code: 'away', item: 'out-of-area', label: 'Ngoài địa bàn', fund: 'mobilising-body' },
      basis: { per: 'duty', duty: 'any-day', outOfArea: true },
      rates: [{ value: { vnd: 120_000 } }],
    },
  ]);
  const here = await province([{}, {}], document);
  const [member] = here.members;
  const orderId = await order(here.communeId, { outOfArea: true });
  await shift(member!, ['2024-07-03T07:00', '2024-07-03T15:00'], { orderId });
  const { id, total } = await run('2024-07', here.provinceId);
  expect(total).toBe(2 * (1_200_000 + 66_000) + 120_000);
  const said = { id, personId: member!.personId, reason: 'Chờ xác minh tài khoản' };
  const amount = 1_200_000;
  expect(await service.call(holdPay, said, maker)).toEqual({ held: true, amount });
  const [listed] = (await service.call(listPayrolls, { within: here.provinceId, limit: 10 }, maker))
    .items;
  expect(listed).toMatchObject({ id, held: amount });
  const { held, items } = await service.call(getPayroll, { id }, maker);
  expect(held).toBe(amount);
  expect(items.map(({ item, aside }) => [item, aside])).toEqual([
    ['monthly-support', null],
    ['out-of-area', 'body'],
    ['social-insurance', 'insurer'],
  ]);
  const asides = (await linesOf(id))
    .filter(({ personId }) => personId === member!.personId)
    .map(({ code, aside }) => [code, aside]);
  expect(asides.sort()).toEqual([
    ['away', 'body'],
    ['monthly', 'held'],
    ['si', 'insurer'],
  ]);
  const told = { held: { payments: 1, amount }, insurer: 132_000, bodies: 120_000 };
  expect((await batches(id)).sums).toMatchObject(told);
  await step(id, 'submit');
  await step(id, 'approve', checker);
  expect((await batches(id)).sums).toMatchObject({ ...told, issued: { payments: 1, amount } });
  expect(await service.call(releasePay, said, maker)).toEqual({ held: false, amount });
  expect((await batches(id)).sums).toMatchObject({ due: { amount }, held: { amount: 0 } });
  expect(await service.call(getPayroll, { id }, maker)).toMatchObject({ held: 0 });
});

test('a failed payment is issued anew to the corrected account, and paid', async () => {
  const here = await province([{}, {}]);
  const [one, two] = here.members.map(({ personId }) => personId);
  await account(one!, '2600205112233');
  await account(two!, '2600205114444');
  const id = await approved('2024-07', here.provinceId);
  const [first, second] = await payments(id);
  const rows = [
    { key: first!.key, amount: first!.amount, status: 'Thất bại', reason: 'Sai số tài khoản' },
    { key: second!.key, amount: second!.amount, status: 'Thành công' },
  ];
  expect(await take(rows, { dryRun: true })).toMatchObject({
    status: 'succeeded',
    counts: { read: 2, paid: 1, failed: 1, unchanged: 0 },
  });
  expect((await payments(id)).map(({ state }) => state)).toEqual(['issued', 'issued']);
  expect(await take(rows)).toMatchObject({ counts: { paid: 1, failed: 1 } });
  expect(await take(rows)).toMatchObject({ counts: { paid: 0, failed: 0, unchanged: 2 } });
  await step(id, 'pay');
  await expect(step(id, 'close', checker)).rejects.toMatchObject({
    type: 'payroll-has-open-payments',
    body: { failed: 1 },
  });
  expect((await batches(id)).due).toMatchObject([
    { why: 'failed', reason: 'Sai số tài khoản', changed: false },
  ]);
  await account(first!.personId!, '9900112233', '2024-08-01');
  expect((await batches(id)).due).toMatchObject([{ changed: true }]);
  const batch = await issue(id);
  expect(batch).toMatchObject({ number: 2, issued: { payments: 1, amount: 1_200_000 } });
  const again = (await payments(id, { batch: 2 }))[0]!;
  expect(again).toMatchObject({ account: '••••••2233', state: 'issued' });
  expect((await payments(id, { batch: 1 }))[0]).toMatchObject({ state: 'failed', again: 2 });
  await take([{ key: again.key, amount: again.amount, status: 'Đã ghi có' }]);
  await step(id, 'close', checker);
  const { sums } = await batches(id);
  expect(sums).toMatchObject({ lines: 2_400_000, paid: { payments: 2, amount: 2_400_000 } });
});

test('a result is taken whole or not at all: each line that cannot be is named', async () => {
  const here = await province([{}, {}]);
  const id = await approved('2024-07', here.provinceId);
  const [one, two] = await payments(id);
  const good = { key: one!.key, amount: one!.amount, status: 'Thành công' };
  const job = await take([
    good,
    { key: 'ANTT999999999', amount: 1, status: 'Thành công' },
    { key: 'xyz', amount: 1, status: 'Thành công' },
    { key: two!.key, amount: 5, status: 'Thành công' },
  ]);
  expect(job.status).toBe('rejected');
  expect(job.problems.map(({ code, at }) => `${at} ${code}`).sort()).toEqual([
    'A3 payment-key-unknown',
    'A4 payment-key-unknown',
    'A5 payment-amount-differs',
  ]);
  expect(job.problems).toContainEqual(
    expect.objectContaining({ value: two!.key, found: 5, issued: 1_200_000 }),
  );
  const doubled = await take([good, good]);
  expect(doubled.problems).toMatchObject([{ code: 'value-twice' }]);
  const spelt = good.key.replace('ANTT', 'antt 00');
  const both = await take([good, { ...good, key: spelt, status: 'Từ chối', reason: 'Sai số' }]);
  expect(both.problems).toMatchObject([
    { code: 'value-twice', at: 'A3', value: spelt, other: 'A2' },
  ]);
  expect((await payments(id)).every(({ state }) => state === 'issued')).toBe(true);
  await take([good]);
  const turned = await take([{ ...good, status: 'Từ chối', reason: 'Hoàn trả' }]);
  expect(turned.problems).toMatchObject([{ code: 'payment-is-paid', batch: 1, month: '2024-07' }]);
});

test('two who upload the same result at once settle each payment once', async () => {
  const here = await province([{}, {}, {}]);
  const id = await approved('2024-07', here.provinceId);
  const rows = (await payments(id)).map(({ key, amount }) => ({ key, amount, status: 'OK' }));
  const jobs = await Promise.all([take(rows), take(rows, { as: checker })]);
  expect(jobs.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
  const paid = jobs.reduce((sum, { counts }) => sum + counts.paid!, 0);
  expect(paid).toBe(3);
});

test('a run waits for what came of each payment where the province has set so', async () => {
  const here = await province([{}]);
  await service.call(setParameter, {
    ...{ id: randomUUID(), code: 'results-before-closing', unitId: here.provinceId, value: true },
    ...{ validFrom: '2024-07-01', source: 'Công văn 12/STC' },
  });
  const id = await approved('2024-07', here.provinceId);
  await step(id, 'pay');
  await expect(step(id, 'close', checker)).rejects.toMatchObject({
    type: 'payroll-has-open-payments',
    body: { waiting: 1, failed: 0 },
  });
  const [payment] = await payments(id);
  await settle(payment!.id, 'left');
  expect(await step(id, 'close', checker)).toMatchObject({ state: 'closed' });
  expect((await batches(id)).sums).toMatchObject({ left: { amount: 1_200_000 } });
});

test('holding pay takes it out of a batch until its files are made', async () => {
  const here = await province([{}, {}]);
  const [one, two] = here.members.map(({ personId }) => personId);
  const id = await approved('2024-07', here.provinceId);
  await hold(id, one!);
  const [batch] = (await batches(id)).items;
  expect(batch).toMatchObject({ issued: { payments: 1 } });
  const file = { name: 'ds.xlsx', bytes: 3, sha256: 'a'.repeat(64), rows: 1, amount: 1_200_000 };
  const kept = await service.call(keepPaymentFiles, { batchId: batch!.id, files: [file] }, maker);
  expect(kept).toMatchObject({ files: [{ same: true }] });
  const other = { ...file, sha256: 'b'.repeat(64) };
  const later = await service.call(keepPaymentFiles, { batchId: batch!.id, files: [other] }, maker);
  expect(later).toMatchObject({ madeAt: kept.madeAt, files: [{ same: false }] });
  await expect(hold(id, two!)).rejects.toMatchObject({ type: 'payment-batch-was-sent' });
  await release(id, one!);
  expect(await issue(id)).toMatchObject({ number: 2, issued: { payments: 1 } });
});

test('nobody is taken out of a batch of which somebody was given a file, though it is written still', async () => {
  const here = await province([{}]);
  const { personId } = here.members[0]!;
  const id = await approved('2024-07', here.provinceId);
  const begin = () => service.call(beginPaymentFiles, { payrollId: id, number: 1 }, maker);
  // A look on the screen is no file.
  await service.call(getPaymentBatch, { payrollId: id, number: 1 }, maker);
  await hold(id, personId);
  await expect(begin()).rejects.toMatchObject({ type: 'payment-batch-is-withdrawn' });
  await release(id, personId);
  await issue(id);
  const again = () => service.call(beginPaymentFiles, { payrollId: id, number: 2 }, maker);
  expect(await again()).toEqual(await again());
  await expect(hold(id, personId)).rejects.toMatchObject({
    ...{ type: 'payment-batch-was-sent', body: { number: 2 } },
  });
});

test('who was held and turns out to have been paid counts once, held still and released', async () => {
  const here = await province([{}, {}]);
  const { personId } = here.members[0]!;
  const id = await approved('2024-07', here.provinceId);
  await hold(id, personId);
  const [taken] = await payments(id, { personId });
  await settle(taken!.id, 'paid');
  const told = {
    ...{ lines: 2_400_000, paid: { payments: 1, amount: 1_200_000 } },
    ...{ issued: { payments: 1, amount: 1_200_000 }, held: { payments: 0, amount: 0 } },
  };
  expect((await batches(id)).sums).toMatchObject(told);
  expect(await service.call(getPayroll, { id }, maker)).toMatchObject({ held: 0 });
  await release(id, personId);
  const { sums, due } = await batches(id);
  expect(sums).toMatchObject(told);
  expect(due).toEqual([]);
});

test('a run that is sent back withdraws its payments, and approval issues them anew', async () => {
  const here = await province([{}]);
  const id = await approved('2024-07', here.provinceId);
  await service.call(
    stepPayroll,
    { id, step: 'return', ...plain, reason: 'Sai nguồn kinh phí' },
    checker,
  );
  expect(await payments(id)).toMatchObject([{ state: 'withdrawn', batch: 1 }]);
  const [old] = (await batches(id)).items;
  expect(old).toMatchObject({ withdrawn: true });
  await expect(
    service.call(getPaymentBatch, { payrollId: id, number: 1 }, maker),
  ).rejects.toMatchObject({ type: 'payment-batch-is-withdrawn' });
  await step(id, 'submit');
  await step(id, 'approve', checker);
  expect(await payments(id, { state: 'issued' })).toMatchObject([{ batch: 2 }]);
});

test('who owes more than is due is no order to a bank but a sum to recover', async () => {
  const here = await province([{}, {}]);
  await account(here.members[0]!.personId, '2600305112233');
  await pay('2024-07', here.provinceId);
  await service.db.query('update posting set valid_to = $2 where id = $1', [
    here.members[0]!.postingId,
    '2024-07-16',
  ]);
  const id = await approved('2024-08', here.provinceId);
  const [recovery] = await payments(id, { personId: here.members[0]!.personId });
  expect(recovery).toMatchObject({ amount: -619_355, channel: 'office', state: 'issued' });
  const { items, sums } = await batches(id);
  expect(items).toMatchObject([
    {
      issued: { payments: 1, amount: 1_200_000 },
      recoveries: { payments: 1, amount: -619_355 },
    },
  ]);
  expect(sums.lines).toBe(sums.issued.amount + sums.recoveries.amount);
  await settle(recovery!.id, 'paid');
});

test('whatever is read of a batch ties out with its lines: lists, summary, bank file', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const [one, two] = [await place(50, provinceId), await place(50, provinceId)];
  const leader = await serving(one, { position: 'leader' });
  await serving(one);
  const third = await serving(two);
  await account(leader.personId, '2600405112233');
  await account(third.personId, '2600405114444');
  await adopted(policy([monthly(amounts), { ...teamMoney, fund: 'commune' as const }]), [
    provinceId,
  ]);
  const id = await approved('2024-07', provinceId);
  const answer = await service.call(getPaymentBatch, { payrollId: id, number: 1 }, maker);
  const total = 1_500_000 + 2 * 1_200_000 + 2 * 200_000;
  expect(answer.lines).toBe(total);
  expect(answer.batch.issued.amount).toBe(total);
  for (const { commune, issued, cells } of answer.communes) {
    expect(cells.reduce((sum, { amount }) => sum + amount, 0)).toBe(issued.amount);
    const asked = { batchId: answer.batch.id, communeId: commune.id, limit: 1 };
    let [sum, cursor]: [number, string | null] = [0, null];
    do {
      const more: { cursor?: string } = cursor ? { cursor } : {};
      const page = await service.call(listPayees, { ...asked, ...more }, maker);
      for (const { amount, lines } of page.items) {
        sum += amount;
        expect(lines.reduce((all, line) => all + line.amount, 0)).toBe(amount);
      }
      cursor = page.nextCursor;
    } while (cursor);
    expect(sum).toBe(issued.amount);
  }
  const bank = await service.call(
    revealPayments,
    { batchId: answer.batch.id, reason: 'Lập tệp gửi ngân hàng', limit: 100 },
    maker,
  );
  expect(bank.items.map(({ account: number, amount }) => [number, amount])).toEqual(
    expect.arrayContaining([
      ['2600405112233', 1_500_000],
      ['2600405114444', 1_200_000],
    ]),
  );
  expect(bank.content).toBe('Chi tra che do luc luong ANTT co so thang 07/2024');
  const byBank = answer.batch.byChannel.find(({ channel }) => channel === 'bank');
  expect(bank.items.reduce((sum, { amount }) => sum + amount, 0)).toBe(byBank!.amount);
});

test('what goes to the insurance is in no payment, and still in the sum of the lines', async () => {
  const here = await province([{}], policy([monthly(amounts), insurance]));
  const id = await approved('2024-07', here.provinceId);
  expect(await payments(id)).toMatchObject([{ amount: 1_200_000, payee: 'person' }]);
  const { sums } = await batches(id);
  expect(sums).toMatchObject({ lines: 1_266_000, insurer: 66_000, issued: { amount: 1_200_000 } });
});

test('account numbers of a batch are told to who may, with the reason, and stand in no table and fact', async () => {
  const here = await province([{}]);
  await account(here.members[0]!.personId, '2600205119876');
  const id = await approved('2024-07', here.provinceId);
  const [batch] = (await batches(id)).items;
  const asked = { batchId: batch!.id, reason: 'Lập tệp gửi ngân hàng', limit: 100 };
  const [shown] = await payments(id, {}, someone('auditor'));
  expect(shown).toMatchObject({ bank: 'Agribank', account: null });
  await service.call(revealPayments, asked, maker);
  const [{ kept }] = await service.db.query(
    `select (select string_agg(t::text, '') from payment t) || (select string_agg(t::text, '') from outbox t) as kept`,
  );
  expect(kept).not.toContain('2600205119876');
  const facts = await service.db.query(
    `select payload from outbox where subject like '%payments-revealed%' order by id`,
  );
  expect(facts.at(-1).payload).toMatchObject({ id: batch!.id, payments: 1, reason: asked.reason });
});

test('payments of another province are not there, and an officer of a commune sees its own only', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const [one, two] = [await place(50, provinceId), await place(50, provinceId)];
  await serving(one);
  await serving(two);
  await adopted(policy([monthly(amounts)]), [provinceId]);
  const id = await approved('2024-07', provinceId);
  const [payment] = await payments(id);
  const [batch] = (await batches(id)).items;
  const stranger = someone('finance-officer', [await unit('province', 'Khác')]);
  await expect(payments(id, {}, stranger)).rejects.toMatchObject({ type: 'payroll-not-found' });
  await expect(
    service.call(settlePayment, { id: payment!.id, outcome: 'paid', reason }, stranger),
  ).rejects.toMatchObject({ type: 'payment-not-found' });
  const batchId = batch!.id;
  for (const asked of [
    service.call(revealPayments, { batchId, reason, limit: 10 }, stranger),
    service.call(listPayees, { batchId, limit: 10 }, stranger),
  ]) {
    await expect(asked).rejects.toMatchObject({ type: 'payment-batch-not-found' });
  }
  const key = payment!.key;
  const foreign = await take([{ key, amount: payment!.amount, status: 'OK' }], { as: stranger });
  expect(foreign.problems).toMatchObject([{ code: 'payment-key-unknown' }]);
  const officer = someone('commune-officer', [one.communeId]);
  expect(await payments(id, {}, officer)).toHaveLength(1);
  const seen = await service.call(listPaymentBatches, { id }, officer);
  expect(seen).toMatchObject({ whole: false, sums: { lines: 1_200_000 } });
  const local = someone('finance-officer', [one.communeId]);
  await expect(issue(id, {}, local)).rejects.toMatchObject({ type: 'outside-area' });
});

test('a list of lines never goes on across two calculations', async () => {
  const here = await province([{}]);
  const { id, calculatedAt } = await run('2024-07', here.provinceId);
  const asked = { id, limit: 1000, seen: calculatedAt! };
  expect((await service.call(listPayrollLines, asked, maker)).items).toHaveLength(1);
  await service.call(stepPayroll, { id, step: 'calculate', ...plain }, maker);
  await eventually(async () => {
    const again = await service.call(getPayroll, { id }, maker);
    return again.calculatedAt !== calculatedAt;
  });
  await expect(service.call(listPayrollLines, asked, maker)).rejects.toMatchObject({
    type: 'payroll-was-calculated-again',
  });
});

/** What a paper reads as. */
async function paper(asked: Input<typeof makePayPaper>, as = maker) {
  const { file } = await service.call(makePayPaper, asked, as);
  const parts = await readArchive(await service.files.read(file), (name) =>
    name.startsWith('word/document'),
  );
  const xml = new TextDecoder().decode(parts.get('word/document.xml'));
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said!).join(' ');
}

test('a payslip says line by line how much, how it was reckoned and on what it rests', async () => {
  const here = await province([{ position: 'leader' }, { from: '2024-07-16' }]);
  await account(here.members[0]!.personId, '2600605112233');
  const { id } = await run('2024-07', here.provinceId);
  const own = { kind: 'payslip', payrollId: id, personId: here.members[0]!.personId } as const;
  await expect(paper(own)).rejects.toMatchObject({ type: 'payroll-is-not-approved' });
  await step(id, 'submit');
  await step(id, 'approve', checker);
  const slip = await paper(own);
  expect(slip).toContain('Tháng 07/2024');
  expect(slip).toContain('1.500.000 đồng/tháng');
  expect(slip).toContain('Văn bản số 01/2024/NQ-HĐND');
  expect(slip).toContain('Bằng chữ: Một triệu năm trăm nghìn đồng');
  expect(slip).toContain('Chuyển khoản, Agribank');
  expect(slip).not.toContain('2233');
  expect(slip).toContain('SỐ LIỆU MINH HỌA');
  const all = await paper({ kind: 'payslip', payrollId: id, communeId: here.communeId });
  expect(all.split('PHIẾU CHI TRẢ CHẾ ĐỘ')).toHaveLength(3);
  expect(all).toContain('16 ngày, mức 1.200.000 đồng/tháng');
  const annex = await paper({
    ...{ kind: 'payment-annex', payrollId: id, batch: 1, communeId: here.communeId },
  });
  expect(annex).toContain('Tổng cộng: 02 người nhận, 2.119.355 đồng');
});

test('a run that was paid before there were batches owes nobody again', async () => {
  const here = await province([{}, {}]);
  const { id } = await run('2024-07', here.provinceId);
  await service.db.query(`update payroll set state = 'closed' where id = $1`, [id]);
  expect(await batches(id)).toMatchObject({ items: [], due: [], sums: { due: { amount: 0 } } });
  await expect(issue(id)).rejects.toMatchObject({ type: 'payment-batch-is-empty' });
});

test('a run whose money has gone out is not reversed until the money is back', async () => {
  const here = await province([{}, {}]);
  const id = await approved('2024-07', here.provinceId);
  const [one, two] = await payments(id);
  await settle(one!.id, 'paid');
  await sent(id);
  await expect(back(id, 'reverse')).rejects.toMatchObject({
    type: 'payroll-money-is-out',
    body: { step: 'reverse', paid: 1, sent: 1, left: 0, batches: '1' },
  });
  await settle(one!.id, 'failed');
  await expect(back(id, 'reverse')).rejects.toMatchObject({ body: { paid: 0, sent: 1 } });
  await settle(two!.id, 'failed');
  expect(await back(id, 'reverse')).toMatchObject({ state: 'reversed' });
  const again = await approved('2024-07', here.provinceId);
  expect((await batches(again)).sums).toMatchObject({ issued: { amount: 2_400_000 } });
});

test('a run is not sent back while somebody has its files, was paid, or is knowingly left', async () => {
  const here = await province([{}, {}]);
  const id = await approved('2024-07', here.provinceId);
  const [one, two] = await payments(id);
  await settle(one!.id, 'left');
  await expect(back(id, 'return')).rejects.toMatchObject({
    type: 'payroll-money-is-out',
    body: { step: 'return', paid: 0, sent: 0, left: 1 },
  });
  await settle(two!.id, 'paid');
  await expect(back(id, 'return')).rejects.toMatchObject({ body: { paid: 1, left: 1 } });
  const other = await province([{}]);
  const second = await approved('2024-07', other.provinceId);
  await sent(second);
  await expect(back(second, 'return')).rejects.toMatchObject({ body: { sent: 1, batches: '1' } });
});

test('what was taken out and paid all the same is said by hand or by the result, and approval counts it', async () => {
  const here = await province([{}, {}]);
  const id = await approved('2024-07', here.provinceId);
  const [one, two] = await payments(id);
  await back(id, 'return');
  await settle(one!.id, 'paid');
  const job = await take([{ key: two!.key, amount: two!.amount, status: 'Thành công' }]);
  expect(job).toMatchObject({ status: 'succeeded', counts: { paid: 1 } });
  await step(id, 'submit');
  await step(id, 'approve', checker);
  expect((await batches(id)).sums).toMatchObject({
    ...{ lines: 2_400_000, paid: { payments: 2, amount: 2_400_000 } },
    ...{ issued: { amount: 0 }, due: { amount: 0 } },
  });
});

test('an approval does not go past somebody who was paid another sum than is owed now', async () => {
  const here = await province([{}, {}]);
  const id = await approved('2024-07', here.provinceId);
  const [one] = await payments(id);
  await back(id, 'return');
  await settle(one!.id, 'paid');
  await service.db.query('update payroll_line set amount = amount - 200000 where person_id = $1', [
    one!.personId,
  ]);
  await step(id, 'submit');
  await expect(step(id, 'approve', checker)).rejects.toMatchObject({
    type: 'payments-differ-from-lines',
    body: { payments: 1, amount: 1_200_000, difference: -200_000 },
  });
  await settle(one!.id, 'failed');
  await step(id, 'approve', checker);
  expect((await batches(id)).sums).toMatchObject({ issued: { payments: 2, amount: 2_200_000 } });
});

test('what was taken out is not said to be paid while the same money stands elsewhere', async () => {
  const here = await province([{}]);
  const id = await approved('2024-07', here.provinceId);
  const [old] = await payments(id);
  await back(id, 'return');
  await step(id, 'submit');
  await step(id, 'approve', checker);
  await expect(settle(old!.id, 'paid')).rejects.toMatchObject({
    type: 'payment-was-issued-anew',
    body: { number: 2 },
  });
  const row = { key: old!.key, amount: old!.amount, status: 'Thành công' };
  expect((await take([row])).problems).toMatchObject([{ code: 'payment-is-withdrawn' }]);
  await back(id, 'reverse');
  await expect(settle(old!.id, 'paid')).rejects.toMatchObject({
    type: 'payment-run-is-reversed',
    body: { month: '2024-07' },
  });
  expect((await take([row])).problems).toMatchObject([{ code: 'payment-is-withdrawn' }]);
});

test('a run is not sent back once a later month was sent on: it has counted what this one pays', async () => {
  const here = await province([{}]);
  const july = await approved('2024-07', here.provinceId);
  const { id: august } = await run('2024-08', here.provinceId);
  await step(august, 'submit');
  await expect(back(july, 'return')).rejects.toMatchObject({
    type: 'payroll-step-not-now',
    body: { step: 'return', month: '2024-08' },
  });
  await back(august, 'return');
  expect(await back(july, 'return')).toMatchObject({ state: 'calculated' });
});

test('nobody alone says that a payment failed, or releases it, and issues it anew', async () => {
  const here = await province([{}, {}]);
  const [one] = here.members.map(({ personId }) => personId);
  const id = await approved('2024-07', here.provinceId);
  await hold(id, one!);
  const [payment] = await payments(id, { state: 'issued' });
  await settle(payment!.id, 'paid');
  await settle(payment!.id, 'failed');
  const refused = (count: number) => ({
    ...{ type: 'payments-are-issued-by-another', body: { payments: count } },
  });
  await expect(issue(id)).rejects.toMatchObject(refused(1));
  await release(id, one!, maker);
  await expect(issue(id)).rejects.toMatchObject(refused(2));
  const issued = await issue(id, {}, checker);
  expect(issued).toMatchObject({ number: 2, issued: { payments: 2, amount: 2_400_000 } });
});

test('who is paid to an account of somebody else is answered for by who approves, and by who issues anew', async () => {
  const here = await province([{}]);
  const there = await province([{}]);
  const { personId } = here.members[0]!;
  await account(personId, '2600205117777');
  const { id } = await run('2024-07', here.provinceId);
  await step(id, 'submit');
  // Recorded after the run was sent on, of somebody whom it does not pay.
  await account(there.members[0]!.personId, '2600205117777', '2024-08-01');
  const found = {
    type: 'payroll-has-findings',
    body: {
      findings: [
        {
          ...{ check: 'bank-account-shared', severity: 'soft', people: 1 },
          examples: [{ personId, detail: 'xã Tân Lập' }],
        },
      ],
    },
  };
  await expect(step(id, 'approve', checker)).rejects.toMatchObject(found);
  expect((await batches(id)).items).toEqual([]);
  const answer = { accept: ['bank-account-shared' as const], reason: 'Hai vợ chồng dùng chung' };
  await service.call(stepPayroll, { id, step: 'approve', ...answer }, checker);
  const [payment] = await payments(id);
  await take([{ key: payment!.key, amount: payment!.amount, status: 'Thất bại', reason: 'Sai' }]);
  await expect(issue(id)).rejects.toMatchObject(found);
  expect(await issue(id, answer)).toMatchObject({ number: 2 });
});

test('what was held stays held in the run that stands in for a reversed one, until it is released', async () => {
  const here = await province([{}, {}]);
  const [one, two] = here.members.map(({ personId }) => personId);
  const first = await approved('2024-07', here.provinceId);
  await hold(first, one!, 'Chờ kết luận xác minh');
  await hold(first, two!);
  await release(first, two!);
  await back(first, 'reverse');
  const second = await approved('2024-07', here.provinceId);
  expect((await batches(second)).sums).toMatchObject({
    ...{ issued: { amount: 1_200_000 }, held: { payments: 1, amount: 1_200_000 } },
  });
  const told = await service.db.query(
    `select payload from outbox where subject like '%pay-held%' and payload ->> 'id' = $1`,
    [second],
  );
  expect(told).toMatchObject([
    { payload: { personId: one, held: true, reason: 'Chờ kết luận xác minh' } },
  ]);
  await release(second, one!);
  await back(second, 'reverse');
  const third = await approved('2024-07', here.provinceId);
  expect((await batches(third)).sums).toMatchObject({ held: { amount: 0 } });
});

test('who was never held is not released, and no fact says so', async () => {
  const here = await province([{}]);
  const { personId } = here.members[0]!;
  const { id } = await run('2024-07', here.provinceId);
  await expect(release(id, personId)).rejects.toMatchObject({ type: 'pay-is-not-held' });
  for (let n = 0; n < 2; n += 1) await hold(id, personId);
  for (let n = 0; n < 2; n += 1) expect(await release(id, personId)).toMatchObject({ held: false });
  const told = await service.db.query(
    `select (payload ->> 'held')::boolean as held from outbox
      where subject like '%pay-held%' and payload ->> 'id' = $1 order by id`,
    [id],
  );
  expect(told).toEqual([{ held: true }, { held: false }]);
});

test('a payslip tells an officer how the own commune pays, and no way that failed', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const [one, two] = [await place(50, provinceId), await place(50, provinceId)];
  const { personId } = await serving(one, { to: '2024-07-16' });
  await service.db.query(
    `insert into posting (id, person_id, team_id, position, valid_from)
     values ($1, $2, $3, 'ordinary', '2024-07-16')`,
    [randomUUID(), personId, two.teamId],
  );
  await service.db.query(
    `update posting set decision_id = (select decision_id from posting
                                        where person_id = $1 and decision_id is not null limit 1)
      where person_id = $1`,
    [personId],
  );
  await adopted(policy([monthly(amounts)]), [provinceId]);
  await account(personId, '2600705112233');
  const id = await approved('2024-07', provinceId);
  const own = { kind: 'payslip', payrollId: id, personId } as const;
  const officer = someone('commune-officer', [one.communeId]);
  const all = await payments(id);
  const of = (communeId: string) => all.find(({ commune }) => commune.id === communeId)!;
  await settle(of(two.communeId).id, 'failed');
  const content = { kind: 'pay-channel', channel: 'post' } as const;
  const dated = { validFrom: '2024-07-01', validTo: null };
  await service.call(recordDetail, { id: randomUUID(), personId, content, ...dated });
  await issue(id, {}, checker);
  expect(await paper(own)).toContain('Qua bưu điện');
  expect(await paper(own, officer)).toContain('Chuyển khoản, Agribank');
  await settle(of(one.communeId).id, 'failed');
  expect(await paper(own, officer)).not.toContain('Chuyển khoản');
});

test('who is held stays held when two records turn out to be of one person, before and after the run is sent on', async () => {
  for (const sentOn of [false, true]) {
    const here = await province([{ to: '2024-07-16' }, { from: '2024-07-16' }, {}]);
    const [gone, kept] = here.members.map(({ personId }) => personId) as [string, string];
    const { id } = await run('2024-07', here.provinceId);
    if (sentOn) await step(id, 'submit');
    await hold(id, sentOn ? kept : gone);
    await service.call(judgeDuplicate, {
      ...{ id: randomUUID(), personIds: [gone, kept], judgement: 'same', keptId: kept },
      reason: 'Đối chiếu căn cước và giấy khai sinh',
    });
    if (!sentOn) {
      const { calculatedAt } = await service.call(getPayroll, { id }, maker);
      await service.call(stepPayroll, { id, step: 'calculate', ...plain }, maker);
      await eventually(async () => {
        const again = await service.call(getPayroll, { id }, maker);
        return again.calculatedAt !== calculatedAt && again.state === 'calculated';
      });
      await step(id, 'submit');
    }
    await step(id, 'approve', checker);
    expect((await batches(id)).sums).toMatchObject({
      ...{ lines: 2_400_000, held: { amount: 1_200_000 }, issued: { amount: 1_200_000 } },
    });
    await release(id, kept);
    await issue(id);
    expect((await batches(id)).sums).toMatchObject({
      ...{ held: { amount: 0 }, due: { amount: 0 }, issued: { amount: 2_400_000 } },
    });
  }
});
