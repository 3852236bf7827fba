import {
  addClaimPapers,
  appraiseClaim,
  type ClaimState,
  decideClaim,
  getServiceYears,
  listClaims,
  receiveClaim,
  recordDetail,
  recordDutyOrder,
  recordShift,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, person, member } = territory(service);

/** A member who had a shift on the evening of 2 March 2026. */
async function onDuty() {
  const here = await place();
  const { personId } = await member(here);
  const shift = await service.call(recordShift, {
    id: randomUUID(),
    personId,
    orderId: null,
    startsAt: '2026-03-02T20:00:00+07:00',
    endsAt: '2026-03-03T02:00:00+07:00',
    kind: 'watch' as const,
    withPolice: false,
    restDay: false,
    heavy: false,
    note: '',
  });
  return { ...here, personId, shiftId: shift.id };
}
const claim = (
  { personId, shiftId }: { personId: string; shiftId: string | null },
  more: Partial<Parameters<typeof receiving>[0]> = {},
) => receiving({ personId, shiftId, ...more });
const receiving = (said: {
  personId: string;
  shiftId: string | null;
  happenedAt?: string;
  papers?: ('application' | 'receipts' | 'discharge-paper')[];
  exclusions?: ('self-harm' | 'intoxication')[];
  receivedOn?: string;
}) => ({
  id: randomUUID(),
  kind: 'treatment' as const,
  happenedAt: '2026-03-02T23:00:00+07:00',
  orderId: null,
  exclusions: [],
  papers: ['application' as const],
  receivedOn: '2026-03-09',
  channel: 'bank' as const,
  ...said,
});

test('a claim waits for its papers, and its terms run from the day that the last one came', async () => {
  const harm = await onDuty();
  const received = await service.call(receiveClaim, claim(harm));
  expect(received).toMatchObject({
    state: 'incomplete',
    route: 'commune',
    missing: ['receipts', 'discharge-paper'],
    terms: [],
  });
  const { id } = received;
  await expect(
    service.call(appraiseClaim, { id, on: '2026-03-10', report: 'Đủ điều kiện' }),
  ).rejects.toMatchObject({ type: 'claim-goes-step-by-step' });
  const papers = ['receipts', 'discharge-paper'] as const;
  const complete = await service.call(addClaimPapers, {
    id,
    papers: [...papers],
    on: '2026-03-11',
  });
  expect(complete).toMatchObject({
    state: 'appraising',
    terms: [
      { step: 'appraise', due: '2026-03-18' },
      { step: 'decide', due: '2026-03-20' },
    ],
  });
  expect(complete).toMatchObject({ appraisedBy: null, report: '' });
  const appraised = { id, on: '2026-03-13', report: 'Đủ điều kiện' };
  expect(await service.call(appraiseClaim, appraised)).toMatchObject({
    appraisedOn: '2026-03-13',
    appraisedBy: expect.any(String),
    report: 'Đủ điều kiện',
  });
  const granted = await service.call(decideClaim, {
    id,
    outcome: 'granted',
    decision: decision('2026-03-16'),
    reasons: '',
  });
  expect(granted).toMatchObject({ state: 'granted', decidedOn: '2026-03-16' });
  await expect(
    service.call(decideClaim, { id, outcome: 'refused', decision: decision(), reasons: 'x' }),
  ).rejects.toMatchObject({ type: 'claim-is-decided' });
});

test('no claim is received before the day that the harm was done', async () => {
  const harm = await onDuty();
  await expect(
    service.call(receiveClaim, claim(harm, { receivedOn: '2026-03-01' })),
  ).rejects.toMatchObject({ type: 'claim-is-received-after-harm' });
  await service.call(receiveClaim, claim(harm, { receivedOn: '2026-03-02' }));
});

test('a claim rests on a record of duty at that very moment', async () => {
  const harm = await onDuty();
  const after = claim(harm, { happenedAt: '2026-03-03T02:30:00+07:00' });
  await expect(service.call(receiveClaim, after)).rejects.toMatchObject({
    type: 'claim-rests-on-duty',
  });
  const without = claim({ ...harm, shiftId: null });
  await expect(service.call(receiveClaim, without)).rejects.toMatchObject({
    type: 'claim-rests-on-duty',
  });
  const other = await onDuty();
  const borrowed = claim({ ...harm, shiftId: other.shiftId });
  await expect(service.call(receiveClaim, borrowed)).rejects.toMatchObject({
    type: 'claim-rests-on-duty',
  });
});

test('each record of duty that a claim names covers the moment, also an order beside a shift', async () => {
  const harm = await onDuty();
  const order = {
    id: randomUUID(),
    communeId: harm.communeId,
    kind: 'assignment' as const,
    body: 'Công an xã Tân Lập',
    number: '3/PC-CAX',
    signedOn: '2026-02-27',
    from: '2026-03-04',
    to: '2026-03-05',
    place: 'Thôn Trung',
    task: '',
    outOfArea: false,
    mobilisingBody: null,
    hazardGrade: null,
  };
  await service.call(recordDutyOrder, order);
  const beside = { ...claim(harm), orderId: order.id };
  await expect(service.call(receiveClaim, beside)).rejects.toMatchObject({
    type: 'claim-rests-on-duty',
  });
  const covering = { ...order, id: randomUUID(), number: '2/PC-CAX', from: '2026-03-02' };
  await service.call(recordDutyOrder, covering);
  const received = await service.call(receiveClaim, { ...beside, orderId: covering.id });
  expect(received).toMatchObject({ shiftId: harm.shiftId, orderId: covering.id });
});

test('who serves in another area is not told apart from who does not', async () => {
  const harm = await onDuty();
  const candidate = await person(harm.communeId);
  const stranger = someone('commune-officer', [(await place()).communeId]);
  for (const personId of [harm.personId, candidate]) {
    await expect(
      service.call(receiveClaim, claim({ ...harm, personId }), stranger),
    ).rejects.toMatchObject({ type: 'person-not-found' });
  }
  const officer = someone('commune-officer', [harm.communeId]);
  await expect(
    service.call(receiveClaim, claim({ ...harm, personId: candidate }), officer),
  ).rejects.toMatchObject({ type: 'person-does-not-serve' });
});

test('an earlier day shows a claim as it stood then, and none that came later', async () => {
  const harm = await onDuty();
  const papers = ['application', 'receipts', 'discharge-paper'] as const;
  const { id } = await service.call(receiveClaim, { ...claim(harm), papers: [...papers] });
  await service.call(appraiseClaim, { id, on: '2026-03-11', report: 'Không đủ điều kiện' });
  const reasons = 'Không thuộc trường hợp được chi trả';
  const decided = { id, outcome: 'refused', decision: decision('2026-03-13'), reasons } as const;
  await service.call(decideClaim, decided);
  const seen = async (on: string, state?: ClaimState) =>
    (await service.call(listClaims, { on, within: harm.communeId, state, limit: 10 })).items;
  expect(await seen('2026-03-08')).toEqual([]);
  const open = {
    ...{ appraisedOn: null, appraisedBy: null, report: '' },
    ...{ decidedOn: null, decision: null, amount: null, reasons: '' },
  };
  expect(await seen('2026-03-10')).toMatchObject([{ state: 'appraising', ...open }]);
  expect(await seen('2026-03-12')).toMatchObject([
    {
      ...open,
      ...{ state: 'deciding', appraisedOn: '2026-03-11', report: 'Không đủ điều kiện' },
      appraisedBy: expect.any(String),
      terms: [{ done: '2026-03-11' }, { done: null }],
    },
  ]);
  expect(await seen('2026-03-13')).toMatchObject([
    {
      ...{ state: 'refused', decidedOn: '2026-03-13', reasons },
      decision: { number: decided.decision.number, signedOn: '2026-03-13' },
    },
  ]);
  expect(await seen('2026-03-12', 'deciding')).toHaveLength(1);
  expect(await seen('2026-03-13', 'deciding')).toEqual([]);
});

test('who is insured is paid by the fund', async () => {
  const harm = await onDuty();
  await service.call(recordDetail, {
    id: randomUUID(),
    personId: harm.personId,
    content: { kind: 'insurance', scheme: 'health', cover: 'elsewhere', number: null },
    validFrom: '2026-01-01',
    validTo: null,
  });
  await expect(service.call(receiveClaim, claim(harm))).rejects.toMatchObject({
    type: 'claimant-is-insured',
    body: { scheme: 'health' },
  });
});

test('a refusal has written reasons, and drink takes the benefit away', async () => {
  const harm = await onDuty();
  const { id } = await service.call(receiveClaim, {
    ...claim(harm, { exclusions: ['intoxication'] }),
    papers: ['application', 'receipts', 'discharge-paper'],
  });
  await service.call(appraiseClaim, { id, on: '2026-03-10', report: 'Có nồng độ cồn' });
  const judged = { id, decision: decision('2026-03-12'), reasons: '' };
  await expect(service.call(decideClaim, { ...judged, outcome: 'granted' })).rejects.toMatchObject({
    type: 'claim-excluded-is-not-granted',
  });
  await expect(service.call(decideClaim, { ...judged, outcome: 'refused' })).rejects.toMatchObject({
    type: 'claim-is-refused-with-reasons',
  });
  const reasons = 'Tai nạn do sử dụng rượu (Điều 5 khoản 2)';
  const refused = await service.call(decideClaim, { ...judged, outcome: 'refused', reasons });
  expect(refused).toMatchObject({ state: 'refused', reasons });
});

test('what is granted is told with its decision, and nothing is granted by a refusal', async () => {
  const harm = await onDuty();
  const { id } = await service.call(receiveClaim, {
    ...claim(harm),
    papers: ['application', 'receipts', 'discharge-paper'],
  });
  await service.call(appraiseClaim, { id, on: '2026-03-10', report: 'Đủ điều kiện' });
  const decided = { id, decision: decision('2026-03-12'), amount: 3_450_000 };
  const refusal = { ...decided, outcome: 'refused', reasons: 'Không đủ điều kiện' } as const;
  await expect(service.call(decideClaim, refusal)).rejects.toMatchObject({
    type: 'claim-refused-has-no-amount',
  });
  const granted = await service.call(decideClaim, { ...decided, outcome: 'granted', reasons: '' });
  expect(granted).toMatchObject({ state: 'granted', amount: 3_450_000 });
  const asked = { within: harm.communeId, limit: 10 };
  const before = await service.call(listClaims, { ...asked, on: '2026-03-11' });
  expect(before.items).toMatchObject([{ state: 'deciding', amount: null }]);
});

test('claims of another commune are neither listed nor changed', async () => {
  const harm = await onDuty();
  const { id } = await service.call(receiveClaim, claim(harm));
  const elsewhere = someone('commune-officer', [(await place()).communeId]);
  const asked = { on: '2026-03-10', limit: 10 };
  expect((await service.call(listClaims, asked, elsewhere)).items).toEqual([]);
  await expect(
    service.call(appraiseClaim, { id, on: '2026-03-10', report: 'x' }, elsewhere),
  ).rejects.toMatchObject({ type: 'outside-area' });
  const officer = someone('commune-officer', [harm.communeId]);
  expect((await service.call(listClaims, asked, officer)).items).toMatchObject([{ id }]);
});

test('claims are read on page by page, undecided ones first, with how their commune is called', async () => {
  const harm = await onDuty();
  const received = [];
  for (const [receivedOn, hour] of [
    ['2026-03-11', '21'],
    ['2026-03-09', '22'],
    ['2026-03-10', '23'],
  ] as const) {
    const happenedAt = `2026-03-02T${hour}:00:00+07:00`;
    const asked = claim(harm, { receivedOn, happenedAt });
    received.push((await service.call(receiveClaim, asked)).id);
  }
  const asked = { on: '2026-03-12', within: harm.communeId, limit: 2 };
  const first = await service.call(listClaims, asked);
  expect(first).toMatchObject({
    items: [{ id: received[1], commune: { name: 'Tân Lập' } }, { id: received[2] }],
    total: 3,
  });
  const rest = await service.call(listClaims, { ...asked, cursor: first.nextCursor! });
  expect(rest).toMatchObject({ items: [{ id: received[0] }], nextCursor: null, total: 3 });
});

test('service in former forces is added up by force, for who may see the profile or pays', async () => {
  const { communeId } = await place();
  const personId = await person(communeId);
  for (const [validFrom, validTo] of [
    ['2010-01-01', '2012-01-01'],
    ['2015-01-01', '2015-05-01'],
  ] as const) {
    const content = {
      kind: 'service',
      force: 'part-time-police',
      place: 'xã Tân Lập',
      lastAllowance: 1_200_000,
      settlement: '',
    } as const;
    const detail = { id: randomUUID(), personId, content, validFrom, validTo };
    await service.call(recordDetail, detail);
  }
  const asked = { personId, on: '2026-01-01' };
  const payer = someone('finance-officer', [communeId]);
  expect(await service.call(getServiceYears, asked, payer)).toEqual({
    items: [
      {
        force: 'part-time-police',
        months: 28,
        years: '2.5',
        lastAllowance: 1_200_000,
        open: false,
      },
    ],
  });
  await expect(
    service.call(getServiceYears, asked, someone('team-leader', [communeId])),
  ).rejects.toMatchObject({ type: 'not-allowed' });
});
