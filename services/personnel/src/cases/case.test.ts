import {
  checkPayroll,
  appraiseClaim,
  type BudgetGroup,
  type ClaimKind,
  claimPapers,
  createPayroll,
  decideClaim,
  decideSeverance,
  explainLine,
  getAllowanceChange,
  getAllowanceTotals,
  getBudgetComparison,
  getClaimPrice,
  getPayroll,
  getSeverancePrice,
  listPayments,
  listPayrollLines,
  listSeverances,
  type ParameterCode,
  PolicyDocument,
  type PolicyDocumentInput,
  receiveClaim,
  recordSeverance,
  setParameter,
  stepPayroll,
  takeBackClaim,
  takeBackSeverance,
} from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { eventually, someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { keepFormerClaims } from '../migrations/85-case-paid-apart.ts';
import { monthly, payFixture, policy } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';

const service = useService(personnel);
const { unit, team, place, serving, order, detail } = payFixture(service);

const maker = someone('finance-officer');
const checker = someone('finance-officer');

const money = policy([
  monthly(1_000_000),
  {
    ...{ code: 'meal', item: 'treatment-meal', label: 'Tiền ăn điều trị' },
    basis: { per: 'case', event: 'treatment-day' },
    rates: [{ value: { vnd: 70_200 } }],
  },
  {
    ...{ code: 'death', item: 'death', label: 'Tiền tuất', article: 'Điều 5' },
    basis: { per: 'case', event: 'death' },
    rates: [{ value: { times: '36', of: [{ table: 'base-wage' }] } }],
  },
  {
    ...{ code: 'funeral', item: 'funeral', label: 'Mai táng phí' },
    basis: { per: 'case', event: 'death' },
    rates: [{ value: { vnd: 14_900_000 } }],
  },
  {
    ...{ code: 'severance', item: 'severance', label: 'Thôi việc' },
    basis: { per: 'service-year' },
    rates: [{ value: { times: '1.5', ofOwn: 'former-allowance' } }],
  },
]);
const deathMoney = 36 * 2_340_000 + 14_900_000;

async function adopted(document: PolicyDocumentInput, units: string[]) {
  const id = randomUUID();
  await service.db.query(
    `insert into policy (id, instrument_id, instrument, units, status, valid_from, document, adopted_by)
     values ($1, $1, $2, $3, 'adopted', '2024-07-01', $4, 'test')`,
    [
      id,
      JSON.stringify({ id, number: '01/2024/NQ-HĐND' }),
      ...[units, JSON.stringify(PolicyDocument.parse(document))],
    ],
  );
  return id;
}

/** A province that pays by `money`, with somebody who serves in a commune of it. */
async function world() {
  const provinceId = await unit('province', 'Bắc Giang');
  const here = await place(50, provinceId);
  const policyId = await adopted(money, [provinceId]);
  const member = await serving(here);
  return { provinceId, ...here, ...member, policyId, orderId: await order(here.communeId) };
}
type World = Awaited<ReturnType<typeof world>>;

/** A claim that waits for its decision. */
async function claimed(
  { personId, orderId }: Pick<World, 'personId' | 'orderId'>,
  kind: ClaimKind,
  measure: { treatmentDays?: number; beneficiary?: string } = {},
  happenedAt = '2025-03-02T23:00:00+07:00',
) {
  const id = randomUUID();
  await service.call(receiveClaim, {
    ...{ id, personId, kind, happenedAt, orderId, shiftId: null, exclusions: [] },
    ...{ papers: [...claimPapers[kind]], receivedOn: '2025-03-05', channel: 'bank' },
  });
  await service.call(appraiseClaim, { id, on: '2025-03-07', report: 'Đủ điều kiện', ...measure });
  return id;
}

const decidedBy = (signedOn: string) => ({ number: `${randomUUID().slice(0, 8)}/QĐ`, signedOn });
const grant = (id: string, signedOn: string, more: { amount?: number; reasons?: string } = {}) =>
  service.call(decideClaim, {
    ...{ id, outcome: 'granted', decision: decidedBy(signedOn), reasons: '' },
    ...more,
  });

/** Somebody of a former force who did not join this one. */
async function former(communeId: string, allowance = 1_500_000) {
  const personId = randomUUID();
  await service.db.query(
    `insert into person (id, name, search_key, sort_name, sex, birth_date, commune_id)
     values ($1, 'Lê Văn Cũ', $2, 'Cũ Lê Văn', 'male', '1970-01-01', $3)`,
    [personId, searchKey('Lê Văn Cũ'), communeId],
  );
  await detail(
    personId,
    {
      ...{ kind: 'service', force: 'part-time-police', place: 'xã Tân Lập', settlement: '' },
      lastAllowance: allowance,
    },
    '2014-07-01',
    '2024-07-01',
  );
  return personId;
}

async function severed(personId: string) {
  const id = randomUUID();
  await service.call(recordSeverance, {
    ...{ id, personId, forces: ['part-time-police'], leftOn: '2024-07-01' },
    ...{ ground: 'reorganised', receivedOn: '2025-03-03' },
  });
  return id;
}

async function run(month: string, within: string) {
  const id = randomUUID();
  await service.call(createPayroll, { id, month, within }, maker);
  return eventually(async () => {
    const payroll = await service.call(getPayroll, { id }, maker);
    if (payroll.failure) throw new Error(payroll.failure.detail);
    return payroll.state === 'calculated' ? payroll : null;
  });
}

const acts = { submit: maker, approve: checker, pay: maker, close: checker };
const accept = {
  reason: 'Đã kiểm tra',
  accept: ['change-unexplained' as const, 'member-without-pay' as const],
};
const step = (id: string, name: keyof typeof acts) =>
  service.call(stepPayroll, { id, step: name, ...accept }, acts[name]);

async function pay(month: string, within: string) {
  const { id } = await run(month, within);
  for (const name of ['submit', 'approve', 'pay', 'close'] as const) await step(id, name);
  return id;
}

const set = (unitId: string, code: ParameterCode, value: unknown) =>
  service.call(setParameter, {
    ...{ id: randomUUID(), code, unitId, value: value as never },
    ...{ validFrom: '2024-01-01', source: '01/QĐ-UBND' },
  });

/** What a year takes of an item group. */
async function taken(within: string, group: BudgetGroup = 'one-off', year = 2025) {
  const { items } = await service.call(getBudgetComparison, { year, within, limit: 500 }, maker);
  return items
    .filter((row) => row.group === group)
    .map(({ source, paid, committed }) => ({ source, paid, committed }));
}

const linesOf = async (id: string, kind?: 'case' | 'adjustment') =>
  (await service.call(listPayrollLines, { id, ...(kind ? { kind } : {}), limit: 500 }, maker))
    .items;

test('an open claim shows what it comes to by the policy of the day of harm, and why', async () => {
  const here = await world();
  const id = await claimed(here, 'death', { beneficiary: 'Trần Thị Ba (vợ)' });
  expect(await service.call(getClaimPrice, { id, on: '2026-08-01' })).toMatchObject({
    ...{ on: '2025-03-02', granted: false, total: deathMoney, paid: [] },
    amounts: [
      {
        ...{ code: 'death', payee: 'relative', quantity: 1, amount: 36 * 2_340_000 },
        policy: { id: here.policyId, number: '01/2024/NQ-HĐND', article: 'Điều 5' },
        value: { times: '36' },
        values: [{ table: 'base-wage', value: '2340000' }],
      },
      { code: 'funeral', amount: 14_900_000 },
    ],
  });
});

test('what the amount is told by may come with the appraisal; until then it is not known', async () => {
  const here = await world();
  const open = await claimed(here, 'treatment');
  expect(await service.call(getClaimPrice, { id: open, on: '2025-03-08' })).toMatchObject({
    total: null,
    amounts: [{ code: 'meal', quantity: null, rate: 70_200, amount: null }],
  });
  const told = await claimed(here, 'treatment', { treatmentDays: 12 }, '2025-03-01T12:00:00+07:00');
  expect(await service.call(getClaimPrice, { id: told, on: '2025-03-08' })).toMatchObject({
    total: 842_400,
  });
});

test('another amount than the policies say is granted with a reason, and is one line', async () => {
  const here = await world();
  const id = await claimed(here, 'death', { beneficiary: 'Trần Thị Ba (vợ)' });
  await expect(grant(id, '2025-03-10', { amount: 90_000_000 })).rejects.toMatchObject({
    type: 'case-amount-differs',
    body: { expected: deathMoney, amount: 90_000_000 },
  });
  const reasons = 'Đã tạm ứng một phần mai táng phí';
  expect(await grant(id, '2025-03-10', { amount: 90_000_000, reasons })).toMatchObject({
    amount: 90_000_000,
  });
  const { id: runId } = await run('2025-03', here.provinceId);
  const [line] = await linesOf(runId, 'case');
  expect(line).toMatchObject({ amount: 90_000_000, caseId: id });
  expect(await service.call(explainLine, { id: line!.id }, maker)).toMatchObject({
    dossier: { id, about: 'death', reason: reasons, expected: deathMoney },
  });
});

test('a death is granted only when it is known which relative is paid', async () => {
  const here = await world();
  const id = await claimed(here, 'death');
  await expect(grant(id, '2025-03-10')).rejects.toMatchObject({ type: 'death-names-who-is-paid' });
});

test('what is granted is paid by the run of the month of the decision, once, to the relative', async () => {
  const here = await world();
  const id = await claimed(here, 'death', { beneficiary: 'Trần Thị Ba (vợ)' });
  expect(await grant(id, '2025-03-10')).toMatchObject({ state: 'granted', amount: deathMoney });
  await pay('2025-02', here.provinceId);
  const march = await pay('2025-03', here.provinceId);
  expect(await linesOf(march, 'case')).toMatchObject([
    {
      ...{ code: 'death', personId: here.personId, teamId: here.teamId, caseId: id },
      ...{ payee: 'relative', payeeName: 'Trần Thị Ba (vợ)', amount: 36 * 2_340_000 },
    },
    { code: 'funeral', amount: 14_900_000 },
  ]);
  const variance = await service.call(checkPayroll, { id: march }, maker);
  expect(variance.causes).toEqual([{ cause: 'case', people: 1, difference: deathMoney }]);
  const { items } = await service.call(getPayroll, { id: march }, maker);
  expect(items).toContainEqual({
    ...{ item: 'funeral', fund: 'province', payee: 'relative', lines: 1, amount: 14_900_000 },
    aside: null,
  });
  expect(
    await service.call(getAllowanceChange, { month: '2025-03', within: here.provinceId }, maker),
  ).toMatchObject({ causes: [{ cause: 'case', difference: deathMoney }] });
  expect((await service.call(listPayments, { id: march, limit: 10 }, maker)).items).toMatchObject([
    { payee: 'person', name: 'Nguyễn Văn An', amount: 1_000_000 },
    {
      ...{ payee: 'relative', channel: 'office', amount: deathMoney },
      name: 'Trần Thị Ba (vợ), thân nhân của Nguyễn Văn An',
    },
  ]);
  const april = await pay('2025-04', here.provinceId);
  expect(await linesOf(april, 'case')).toEqual([]);
  expect(await linesOf(april, 'adjustment')).toEqual([]);
  const { paid, granted } = await service.call(getClaimPrice, { id, on: '2025-05-01' });
  expect({ paid, granted }).toMatchObject({
    ...{ granted: true, paid: [{ payrollId: march, month: '2025-03', amount: deathMoney }] },
  });
});

test('a decision that comes after its month was paid is paid by the next run, and asked back when it is taken back', async () => {
  const here = await world();
  const id = await claimed(here, 'treatment', { treatmentDays: 10 });
  await pay('2025-03', here.provinceId);
  await grant(id, '2025-03-20');
  const april = await pay('2025-04', here.provinceId);
  expect(await linesOf(april, 'adjustment')).toMatchObject([
    { code: 'meal', month: '2025-03', amount: 702_000, cause: 'case', caseId: id },
  ]);
  await service.call(takeBackClaim, { id, reason: 'Ghi nhầm hồ sơ' });
  const may = await pay('2025-05', here.provinceId);
  expect(await linesOf(may, 'adjustment')).toMatchObject([
    { code: 'meal', month: '2025-03', amount: -702_000, caseId: id },
  ]);
  // decided anew it is paid by the month of that decision, and by no other
  await grant(id, '2025-06-05');
  const june = await pay('2025-06', here.provinceId);
  expect(await linesOf(june, 'case')).toMatchObject([{ code: 'meal', amount: 702_000 }]);
  const { paid } = await service.call(getClaimPrice, { id, on: '2025-07-01' });
  expect(paid.map(({ amount }) => amount)).toEqual([702_000, -702_000, 702_000]);
});

test('a run that was calculated before a decision of its month is outdated', async () => {
  const here = await world();
  const personId = await former(here.communeId);
  const id = await severed(personId);
  const { id: runId } = await run('2025-03', here.provinceId);
  await service.call(decideSeverance, {
    ...{ id, outcome: 'granted', decision: decidedBy('2025-03-12'), reasons: '' },
  });
  expect(await service.call(getPayroll, { id: runId }, maker)).toMatchObject({ outdated: true });
});

test('severance of who never joined is priced by service, paid by a run, and names no team', async () => {
  const here = await world();
  const personId = await former(here.communeId);
  const id = await severed(personId);
  expect(await service.call(getSeverancePrice, { id, on: '2025-03-10' })).toMatchObject({
    ...{ on: '2025-03-10', total: 22_500_000 },
    amounts: [
      {
        ...{ quantity: 10, rate: 2_250_000 },
        service: { months: 120, years: '10', allowance: 1_500_000 },
      },
    ],
  });
  await expect(severed(personId)).rejects.toMatchObject({ type: 'severance-is-asked-once' });
  const granted = { outcome: 'granted' as const, decision: decidedBy('2025-03-12'), reasons: '' };
  expect(await service.call(decideSeverance, { id, ...granted })).toMatchObject({
    amount: 22_500_000,
  });
  const march = await pay('2025-03', here.provinceId);
  const [line] = await linesOf(march, 'case');
  expect(line).toMatchObject({
    ...{ personId, teamId: null, teamName: '', item: 'severance', amount: 22_500_000 },
  });
  expect(await service.call(explainLine, { id: line!.id }, maker)).toMatchObject({
    dossier: { about: 'severance', service: { months: 120, years: '10' }, reason: '' },
  });
  const totals = await service.call(
    getAllowanceTotals,
    {
      from: '2025-03',
      to: '2025-03',
      by: 'unit,item,payee',
      level: 'team',
      status: 'all',
      within: here.provinceId,
    },
    maker,
  );
  expect(totals.rows).toContainEqual(
    expect.objectContaining({ unit: null, item: 'severance', payee: 'person', amount: 22_500_000 }),
  );
  await service.call(takeBackSeverance, { id, reason: 'Ghi nhầm người' });
  expect(
    (await service.call(listSeverances, { on: '2025-04-01', personId, limit: 10 })).items,
  ).toMatchObject([{ state: 'deciding', amount: null, forces: ['part-time-police'] }]);
  const april = await pay('2025-04', here.provinceId);
  expect(await linesOf(april, 'adjustment')).toMatchObject([{ personId, amount: -22_500_000 }]);
});

test('what was granted stays as it was priced when the policy changes afterwards', async () => {
  const here = await world();
  const id = await claimed(here, 'treatment', { treatmentDays: 10 });
  await grant(id, '2025-03-20');
  await service.db.query(`update policy set status = 'withdrawn' where id = $1`, [here.policyId]);
  expect(await service.call(getClaimPrice, { id, on: '2025-04-01' })).toMatchObject({
    ...{ granted: true, total: 702_000 },
  });
});

test('a severance without a policy that prices it is granted as the decision says', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const here = await place(50, provinceId);
  const personId = await former(here.communeId);
  const id = await severed(personId);
  expect(await service.call(getSeverancePrice, { id, on: '2025-03-10' })).toMatchObject({
    ...{ amounts: [], total: null },
  });
  await service.call(decideSeverance, {
    ...{ id, outcome: 'granted', decision: decidedBy('2025-03-12'), amount: 5_000_000 },
    reasons: '',
  });
  const { id: runId } = await run('2025-03', provinceId);
  expect(await linesOf(runId)).toMatchObject([
    { code: 'severance', label: 'severance', amount: 5_000_000 },
  ]);
});

test('dossiers of another area are not there', async () => {
  const here = await world();
  const id = await claimed(here, 'treatment', { treatmentDays: 10 });
  const personId = await former(here.communeId);
  const severanceId = await severed(personId);
  const elsewhere = someone('commune-officer', [await unit('commune', 'Đông', null)]);
  await expect(
    service.call(getClaimPrice, { id, on: '2025-03-10' }, elsewhere),
  ).rejects.toMatchObject({ type: 'claim-not-found' });
  await expect(
    service.call(getSeverancePrice, { id: severanceId, on: '2025-03-10' }, elsewhere),
  ).rejects.toMatchObject({ type: 'severance-not-found' });
  expect(
    await service.call(listSeverances, { on: '2025-03-10', limit: 10 }, elsewhere),
  ).toMatchObject({
    items: [],
  });
});

test('what is granted is committed from the decision until it is paid, and counted once on the way', async () => {
  const here = await world();
  const id = await claimed(here, 'death', { beneficiary: 'Trần Thị Ba (vợ)' });
  expect(await taken(here.provinceId)).toEqual([]);
  await grant(id, '2025-03-10');
  const severanceId = await severed(await former(here.communeId));
  await service.call(decideSeverance, {
    ...{ id: severanceId, outcome: 'granted', decision: decidedBy('2025-03-12'), reasons: '' },
  });
  const all = deathMoney + 22_500_000;
  const committed = [{ source: 'province', paid: 0, committed: all }];
  expect(await taken(here.provinceId)).toEqual(committed);
  await pay('2025-02', here.provinceId);
  const { id: march } = await run('2025-03', here.provinceId);
  expect(await taken(here.provinceId)).toEqual(committed);
  await step(march, 'submit');
  expect(await taken(here.provinceId)).toEqual(committed);
  await step(march, 'approve');
  expect(await taken(here.provinceId)).toEqual(committed);
  await step(march, 'pay');
  expect(await taken(here.provinceId)).toEqual([{ source: 'province', paid: all, committed: 0 }]);
});

test('a decision that comes after its month was paid is committed until the next run pays it', async () => {
  const here = await world();
  const id = await claimed(here, 'treatment', { treatmentDays: 10 });
  await pay('2025-03', here.provinceId);
  await grant(id, '2025-03-20');
  expect(await taken(here.provinceId)).toEqual([
    { source: 'province', paid: 0, committed: 702_000 },
  ]);
  await pay('2025-04', here.provinceId);
  expect(await taken(here.provinceId)).toEqual([
    { source: 'province', paid: 702_000, committed: 0 },
  ]);
});

test('a dossier counts in the item group that the province plans it in', async () => {
  const here = await world();
  await set(here.provinceId, 'budget-groups', { 'treatment-meal': 'insurance' });
  await grant(await claimed(here, 'treatment', { treatmentDays: 10 }), '2025-03-20');
  expect(await taken(here.provinceId)).toEqual([]);
  expect(await taken(here.provinceId, 'insurance')).toEqual([
    { source: 'province', paid: 0, committed: 702_000 },
  ]);
});

test('what no policy prices is paid by the commune, severance by the province, unless the province says otherwise', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const here = await place(50, provinceId);
  const member = await serving(here);
  const orderId = await order(here.communeId);
  const sources = async () => (await taken(provinceId)).map((row) => [row.source, row.committed]);
  const claim = async () => {
    const id = await claimed({ ...member, orderId }, 'treatment', {}, '2025-03-01T12:00:00+07:00');
    await grant(id, '2025-03-10', { amount: 5_000_000 });
    return id;
  };
  const severance = async () => {
    const id = await severed(await former(here.communeId));
    const said = { outcome: 'granted' as const, amount: 7_000_000, reasons: '' };
    await service.call(decideSeverance, { id, ...said, decision: decidedBy('2025-03-12') });
    return id;
  };
  const [claimId, severanceId] = [await claim(), await severance()];
  expect(await sources()).toEqual([
    ['commune', 5_000_000],
    ['province', 7_000_000],
  ]);
  await set(provinceId, 'claim-paid-from', 'province');
  await set(provinceId, 'severance-paid-from', 'commune');
  const decision = { number: '77/QĐ', signedOn: '2025-03-20' };
  await service.call(takeBackClaim, { id: claimId, reason: 'Ghi nhầm nguồn' });
  await service.call(takeBackSeverance, { id: severanceId, reason: 'Ghi nhầm nguồn' });
  await grant(claimId, '2025-03-20', { amount: 5_000_000 });
  await service.call(decideSeverance, {
    ...{ id: severanceId, outcome: 'granted', decision, amount: 7_000_000, reasons: '' },
  });
  expect(await sources()).toEqual([
    ['commune', 7_000_000],
    ['province', 5_000_000],
  ]);
});

test('a claim that was granted before runs paid any was paid by the commune, and no run pays it again', async () => {
  const here = await world();
  const id = await claimed(here, 'treatment', { treatmentDays: 10 });
  await pay('2025-03', here.provinceId);
  await service.db.query(
    `insert into decision (id, issuer, number, signed_on, commune_id)
     values ($1, 'UBND xã', '9/QĐ', '2025-03-20', $2)`,
    [id, here.communeId],
  );
  await service.db.query(
    `update claim set outcome = 'granted', decided_on = '2025-03-20', decision_id = $1, amount = 600000
      where id = $1`,
    [id],
  );
  await service.db.query(keepFormerClaims);
  expect(await taken(here.provinceId)).toEqual([
    { source: 'commune', paid: 600_000, committed: 0 },
  ]);
  expect(await service.call(getClaimPrice, { id, on: '2025-04-01' })).toMatchObject({
    ...{ granted: true, paidApart: true, total: 600_000, paid: [] },
  });
  const april = await pay('2025-04', here.provinceId);
  expect(await linesOf(april, 'adjustment')).toEqual([]);
});

test('a policy of a commune that has ended pays where its villages lie since, by the month and by dossiers, with or without a team', async () => {
  const provinceId = await unit('province', 'Hà Nam');
  const old = await unit('commune', 'Cũ', provinceId, { to: '2025-02-01' });
  const now = await unit('commune', 'Mới', provinceId);
  const beside = await place(50, provinceId);
  const village = await unit('village', 'Thôn Trung', old);
  await service.db.query(`update unit_parent set valid_to = '2025-02-01' where unit_id = $1`, [
    village,
  ]);
  await service.db.query(
    `insert into unit_parent (unit_id, parent_id, valid_from) values ($1, $2, '2025-02-01')`,
    [village, now],
  );
  const here = { communeId: now, teamId: await team([village]) };
  const member = await serving(here);
  const other = await serving(beside);
  await adopted(money, [old]);
  const march = await run('2025-03', provinceId);
  expect(await linesOf(march.id)).toMatchObject([{ personId: member.personId, amount: 1_000_000 }]);
  const priceOf = async (claimId: string) =>
    (await service.call(getClaimPrice, { id: claimId, on: '2025-03-10' })).total;
  const harmed = async ({ personId }: Pick<World, 'personId'>, communeId: string) =>
    priceOf(
      await claimed({ personId, orderId: await order(communeId) }, 'treatment', {
        treatmentDays: 10,
      }),
    );
  expect(await harmed(member, now)).toBe(702_000);
  expect(await harmed(other, beside.communeId)).toBeNull();
  const leaving = async (communeId: string) => {
    const id = await severed(await former(communeId));
    return (await service.call(getSeverancePrice, { id, on: '2025-03-10' })).total;
  };
  expect(await leaving(now)).toBe(22_500_000);
  expect(await leaving(beside.communeId)).toBeNull();
});
