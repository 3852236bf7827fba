import {
  adoptPolicy,
  changePolicy,
  confirmPolicy,
  getInstrument,
  getPolicy,
  listPolicies,
  listPolicyTemplates,
  listTags,
  placedRates,
  PolicyDocument,
  type PolicyDocumentInput,
  recordPolicy,
  setParameter,
  setRate,
  simulatePolicy,
  withdrawPolicy,
} from '@antt/contracts';
import { connectBus } from '@antt/service-kit';
import { someone, StandIn, useService } from '@antt/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { monthly, payFixture, policy } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';

const service = useService(personnel);
const { unit, place, serving } = payFixture(service);
const finance = someone('finance-officer');
const second = someone('finance-officer');
const vocabulary = {
  ...{ code: 'border', name: 'Biên giới', nameEn: 'Border', family: null },
  levels: ['village' as const],
};
const papers = new Map<string, { files: number; status: 'draft' | 'final' }>();

let connection: Awaited<ReturnType<typeof connectBus>>;
afterAll(() => connection.close());
beforeAll(async () => {
  connection = await connectBus(service.bus.url, 'organisation');
  const organisation = new StandIn(connection);
  organisation.answer(listTags, () => ({ items: [vocabulary], nextCursor: null, total: 1 }));
  organisation.answer(getInstrument, ({ id }) => {
    const { files, status } = papers.get(id)!;
    const nothing = {
      amends: [],
      amendedBy: [],
      replaces: [],
      replacedBy: [],
      bases: [],
      basisOf: [],
    };
    return {
      ...{
        id,
        number: '05/2024/NQ-HĐND',
        kind: 'resolution',
        issuer: 'HĐND tỉnh',
        title: 'Mức hỗ trợ',
      },
      ...{
        status,
        signedOn: '2024-06-06',
        effectiveFrom: '2024-07-01',
        effectiveTo: null,
        subjects: [],
      },
      ...{ amends: [], replaces: [], bases: [], territory: [], territoryOn: null },
      ...{ links: nothing, units: [], repeal: null, corrections: [] },
      files: Array.from({ length: files }, () => ({
        ...{ id: randomUUID(), name: 'nq.pdf', type: 'application/pdf', size: 10 },
        ...{ sha256: '00', keptAt: '2024-06-06T00:00:00Z' },
      })),
    } as never;
  });
});

function paper(files = 1, status: 'draft' | 'final' = 'final'): string {
  const id = randomUUID();
  papers.set(id, { files, status });
  return id;
}

async function draft(
  document: PolicyDocumentInput,
  units: string[],
  instrumentId: string | null = paper(),
) {
  const id = randomUUID();
  const command = { id, instrumentId, units, document: PolicyDocument.parse(document) };
  await service.call(recordPolicy, command, finance);
  return { ...command, id };
}

const pathsOf = (document: PolicyDocument) => placedRates(document).map(({ path }) => path);

async function adopt(id: string, validFrom = '2024-07-01', ends: string[] = []) {
  const { document } = await service.call(getPolicy, { id }, finance);
  await service.call(confirmPolicy, { id, paths: pathsOf(document) }, second);
  return service.call(adoptPolicy, { id, validFrom, ends }, finance);
}

test('a policy pays once every value was confirmed by a person against the instrument', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const { id, document } = await draft(policy([monthly(1_000_000)]), [provinceId]);
  await expect(
    service.call(adoptPolicy, { id, validFrom: '2024-07-01', ends: [] }, finance),
  ).rejects.toMatchObject({
    type: 'policy-has-faults',
    body: {
      faults: [{ code: 'not-confirmed', path: 'lines.0.rates.0', about: '05/2024/NQ-HĐND' }],
    },
  });
  expect(await adopt(id)).toMatchObject({ status: 'adopted', adoptedBy: finance.username });
  expect((await service.call(getPolicy, { id }, finance)).confirmations).toMatchObject([
    { path: pathsOf(document)[0], by: second.username },
  ]);
  const { items } = await service.call(listPolicies, { on: '2024-08-01', limit: 100 }, finance);
  expect(items.map((item) => item.id)).toContain(id);
});

test('a value that changes after it was confirmed must be confirmed again', async () => {
  const { document, ...rest } = await draft(policy([monthly(1_000_000)]), [
    await unit('province', 'A'),
  ]);
  await service.call(confirmPolicy, { id: rest.id, paths: pathsOf(document) }, second);
  const changed = PolicyDocument.parse(policy([monthly(1_100_000)]));
  await service.call(changePolicy, { ...rest, document: changed }, finance);
  await expect(
    service.call(adoptPolicy, { id: rest.id, validFrom: '2024-07-01', ends: [] }, finance),
  ).rejects.toMatchObject({ type: 'policy-has-faults' });
});

test('who wrote an amount does not confirm it, unless their province leaves it to them', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const two = policy([monthly(1_000_000), { ...monthly(200_000), code: 'meal' }]);
  const { document, ...rest } = await draft(two, [provinceId]);
  const paths = pathsOf(document);
  const confirm = (as: typeof finance, some = paths) =>
    service.call(confirmPolicy, { id: rest.id, paths: some }, as);
  const refused = { type: 'policy-is-confirmed-by-another', body: { path: paths[0] } };
  await expect(confirm(finance)).rejects.toMatchObject(refused);
  // what another changes is theirs, and the rest stays with who wrote it
  const changed = PolicyDocument.parse(policy([monthly(1_100_000), two.lines[1]!]));
  await service.call(changePolicy, { ...rest, document: changed }, second);
  await expect(confirm(second)).rejects.toMatchObject(refused);
  expect(await confirm(second, [paths[1]!])).toEqual({ confirmed: 1 });
  expect(await confirm(finance, [paths[0]!])).toEqual({ confirmed: 1 });
  await service.call(setParameter, {
    ...{ id: randomUUID(), code: 'values-confirmed-by-another', unitId: provinceId, value: false },
    ...{ validFrom: '2024-01-01', source: 'Quy chế của Sở Tài chính' },
  });
  expect(await confirm(second)).toEqual({ confirmed: 2 });
});

test('an instrument without a file confirms nothing, a draft instrument puts nothing in force', async () => {
  const units = [await unit('province', 'A')];
  const bare = await draft(policy([monthly(1)]), units, paper(0));
  await expect(
    service.call(confirmPolicy, { id: bare.id, paths: pathsOf(bare.document) }, finance),
  ).rejects.toMatchObject({ type: 'instrument-has-no-file' });
  const unsigned = await draft(policy([monthly(1)]), units, paper(1, 'draft'));
  await expect(adopt(unsigned.id)).rejects.toMatchObject({
    type: 'policy-instrument-not-in-force',
  });
});

test.each<[string, PolicyDocumentInput, object]>([
  [
    'an amount that nobody knows',
    policy([{ ...monthly(0), rates: [{ value: { unknown: 'Bị cắt' } }] }]),
    { code: 'value-unknown', path: 'lines.0.rates.0.value' },
  ],
  [
    'a table without a value on that day',
    policy([
      {
        ...monthly(0),
        rates: [{ value: { times: '1', of: [{ table: 'health-insurance-price' }] } }],
      },
    ]),
    { code: 'table-value-missing', about: 'health-insurance-price' },
  ],
  [
    'lines that are told by one another',
    policy([
      { ...monthly(0), code: 'a', rates: [{ value: { times: '1', ofLines: ['b'] } }] },
      { ...monthly(0), code: 'b', rates: [{ value: { times: '1', ofLines: ['a'] } }] },
    ]),
    { code: 'lines-in-a-circle', path: 'lines.0' },
  ],
  [
    'a line that is not there',
    policy([{ ...monthly(0), rates: [{ value: { times: '1', ofLines: ['other'] } }] }]),
    { code: 'line-unknown', about: 'other' },
  ],
  [
    'one code for two lines',
    policy([monthly(1), monthly(2)]),
    { code: 'code-twice', path: 'lines.1.code' },
  ],
  [
    'a rate behind one that always applies',
    policy([{ ...monthly(0), rates: [{ value: { vnd: 1 } }, { value: { vnd: 2 } }] }]),
    { code: 'never-applies', path: 'lines.0.rates.1' },
  ],
  [
    'a tag that is in no vocabulary',
    policy([
      {
        ...monthly(0),
        rates: [
          { when: { tags: ['border'] }, value: { vnd: 1 } },
          { when: { anyTag: ['border', 'bien-gioi'] }, value: { vnd: 2 } },
        ],
      },
    ]),
    { code: 'tag-unknown', path: 'lines.0.rates.1.when', about: 'bien-gioi' },
  ],
  [
    'a cap on what is paid by the month',
    policy([{ ...monthly(1), cap: { most: 7 } }]),
    { code: 'basis-does-not-fit', path: 'lines.0.cap' },
  ],
])('refused at adoption with its place: %s', async (_what, document, fault) => {
  const { id } = await draft(document, [await unit('province', 'A')]);
  await expect(adopt(id)).rejects.toMatchObject({
    type: 'policy-has-faults',
    body: { faults: expect.arrayContaining([expect.objectContaining(fault)]) },
  });
});

test('two policies never pay one item in one place; the new one may end the old', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const first = await draft(policy([monthly(1_000_000)]), [provinceId]);
  await adopt(first.id);
  const second = await draft(policy([monthly(1_200_000)]), [provinceId]);
  await expect(adopt(second.id, '2025-07-01')).rejects.toMatchObject({
    body: { faults: [{ code: 'item-paid-twice', path: 'lines.0.item', about: '05/2024/NQ-HĐND' }] },
  });
  await adopt(second.id, '2025-07-01', [first.id]);
  expect(await service.call(getPolicy, { id: first.id }, finance)).toMatchObject({
    validTo: '2025-07-01',
  });
});

test('an adopted policy stays as it was adopted', async () => {
  const { id, ...rest } = await draft(policy([monthly(1)]), [await unit('province', 'A')]);
  await adopt(id);
  await expect(service.call(changePolicy, { id, ...rest }, finance)).rejects.toMatchObject({
    type: 'policy-is-no-draft',
  });
  expect(await service.call(withdrawPolicy, { id, on: '2025-01-01' }, finance)).toMatchObject({
    validTo: '2025-01-01',
  });
});

test('who sets rates in one province writes no policy for another, nor for everywhere', async () => {
  const [own, other] = [await unit('province', 'A'), await unit('province', 'B')];
  const officer = someone('finance-officer', [own]);
  const command = (units: string[]) => ({
    ...{ id: randomUUID(), instrumentId: null, units },
    document: PolicyDocument.parse(policy([monthly(1)])),
  });
  await service.call(recordPolicy, command([own]), officer);
  for (const units of [[other], []]) {
    await expect(service.call(recordPolicy, command(units), officer)).rejects.toMatchObject({
      type: 'outside-area',
    });
  }
});

test('a table value holds from its day on; the former one ends there', async () => {
  const value = (amount: string, validFrom: string) =>
    service.call(
      setRate,
      {
        ...{ id: randomUUID(), table: 'conscript-meal', key: '', unitId: null, value: amount },
        ...{ source: 'Thông tư 1', validFrom },
      },
      finance,
    );
  await value('60000', '2024-01-01');
  await value('65000', '2025-01-01');
  expect(await value('62000', '2024-07-01')).toMatchObject({ validTo: '2025-01-01' });
  await expect(
    service.call(
      setRate,
      {
        ...{ id: randomUUID(), table: 'regional-minimum-wage', key: '7', unitId: null, value: '1' },
        ...{ source: 'x', validFrom: '2024-01-01' },
      },
      finance,
    ),
  ).rejects.toMatchObject({ type: 'rate-key-unknown' });
});

test('a draft is tried on the real roster: cost, gainers and losers beside what is in force', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const here = await place(10, provinceId);
  await serving(here, { position: 'leader' });
  await serving(here);
  await serving(here);
  const standing = await draft(policy([monthly(1_000_000)]), [provinceId]);
  await adopt(standing.id);
  const tried = await draft(
    policy([monthly({ leader: 1_500_000, deputy: 1_000_000, ordinary: 900_000 })]),
    [provinceId],
    null,
  );
  const asked = { id: tried.id, month: '2024-10' };
  expect(await service.call(simulatePolicy, asked, finance)).toMatchObject({
    ...{ people: 3, amount: 3_300_000, inForce: 3_000_000 },
    gainers: { people: 1, difference: 500_000 },
    losers: { people: 2, difference: -200_000 },
    byCommune: [{ commune: { name: 'Tân Lập' }, amount: 3_300_000 }],
    comparedWith: ['05/2024/NQ-HĐND'],
  });
});

test('money of teams is in what a draft would cost, and counts as nobody', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const here = await place(10, provinceId);
  await serving(here);
  const operation = (vnd: number) => ({
    ...{ code: 'team', item: 'team-operation' as const, label: 'Hoạt động Tổ' },
    ...{ basis: { per: 'team-month' as const }, rates: [{ value: { vnd } }] },
  });
  const standing = await draft(policy([monthly(1_000_000), operation(200_000)]), [provinceId]);
  await adopt(standing.id);
  const tried = await draft(policy([monthly(1_100_000), operation(150_000)]), [provinceId], null);
  const told = await service.call(simulatePolicy, { id: tried.id, month: '2024-10' }, finance);
  expect(told).toMatchObject({
    ...{ people: 1, amount: 1_250_000, inForce: 1_200_000 },
    gainers: { people: 1, difference: 100_000 },
    losers: { people: 0, difference: 0 },
    byCommune: [{ people: 1, amount: 1_250_000 }],
  });
  expect(told.byItem.find(({ item }) => item === 'team-operation')).toMatchObject({
    ...{ people: 0, amount: 150_000, inForce: 200_000 },
  });
});

test('what ships opens as a draft: every file is offered', async () => {
  const { items } = await service.call(listPolicyTemplates, {}, finance);
  expect(items.length).toBeGreaterThan(25);
});

test('a policy that has ended is not made longer, and none begins within a month', async () => {
  const { id } = await draft(policy([monthly(1)]), [await unit('province', 'A')]);
  await expect(adopt(id, '2024-07-16')).rejects.toMatchObject({
    body: { faults: expect.arrayContaining([expect.objectContaining({ code: 'within-month' })]) },
  });
  await service.call(adoptPolicy, { id, validFrom: '2024-07-01', ends: [] }, finance);
  await service.call(withdrawPolicy, { id, on: '2025-07-01' }, finance);
  expect(await service.call(withdrawPolicy, { id, on: '2030-01-01' }, finance)).toMatchObject({
    validTo: '2025-07-01',
  });
});

test("another province's draft is neither changed nor confirmed", async () => {
  const [own, other] = [await unit('province', 'A'), await unit('province', 'B')];
  const foreign = await draft(policy([monthly(1)]), [other]);
  const officer = someone('finance-officer', [own]);
  await expect(
    service.call(changePolicy, { ...foreign, units: [own] }, officer),
  ).rejects.toMatchObject({ type: 'outside-area' });
  await expect(
    service.call(confirmPolicy, { id: foreign.id, paths: pathsOf(foreign.document) }, officer),
  ).rejects.toMatchObject({ type: 'outside-area' });
  await expect(
    service.call(simulatePolicy, { id: foreign.id, month: '2024-10' }, officer),
  ).rejects.toMatchObject({ type: 'policy-not-found' });
});
