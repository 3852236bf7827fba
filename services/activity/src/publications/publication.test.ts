import {
  getInstrument,
  type InstrumentProfile,
  listPublications,
  problem,
  recordPublication,
  withdrawPublication,
} from '@antt/contracts';
import { addDays, type Input, today } from '@antt/kernel';
import { connectBus } from '@antt/service-kit';
import { copiedTerritory, someone, StandIn, useService } from '@antt/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';

const service = useService(activity);
const { unit } = copiedTerritory(service, '2020-01-01');
type Said = Input<typeof recordPublication>;

let connection: NatsConnection;
let organisation: StandIn;
beforeAll(async () => {
  connection = await connectBus(service.bus.url, 'organisation');
  organisation = new StandIn(connection);
});
afterAll(() => connection.close());

const said = (unitId: string, changes: Partial<Said> = {}): Said => ({
  ...{ id: randomUUID(), unitId, medium: 'newspaper', kind: 'news', title: 'Tổ ra mắt' },
  ...{ outlet: 'Báo Bắc Giang', link: '', publishedOn: '2024-09-04', instrumentId: null },
  ...changes,
});
const list = (within: string, changes: Partial<Input<typeof listPublications>> = {}) =>
  service.call(listPublications, { within, state: 'counting', limit: 100, ...changes });

test('what was published stands in the list with its unit, and is sought by words without diacritics', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const made = said(provinceId);
  await service.call(recordPublication, made);
  // sent again by a phone that lost the answer
  await service.call(recordPublication, made);
  await service.call(recordPublication, said(provinceId, { kind: 'article', title: 'Gương sáng' }));
  expect((await list(provinceId)).total).toBe(2);
  const { items } = await list(provinceId, { q: 'to RA mat' });
  expect(items).toMatchObject([{ ...made, unitName: 'tỉnh Bắc Giang', withdrawnBecause: null }]);
  expect(await list(provinceId, { from: '2024-09-05' })).toMatchObject({ total: 0 });
  const other = service.call(recordPublication, { ...made, title: 'Tên khác' });
  expect(await refusal(other)).toMatchObject({ type: 'id-reused' });
});

test('a long list goes on where it ended', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  for (let n = 0; n < 3; n += 1) await service.call(recordPublication, said(provinceId));
  const first = await list(provinceId, { limit: 2 });
  const next = await list(provinceId, { limit: 2, cursor: first.nextCursor! });
  const ids = [...first.items, ...next.items].map(({ id }) => id);
  expect([new Set(ids).size, next.nextCursor]).toEqual([3, null]);
});

test('what was taken out stays to be seen with the reason', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const made = said(provinceId);
  await service.call(recordPublication, made);
  const reason = 'Ghi trùng với bài đã có';
  await service.call(withdrawPublication, { id: made.id, reason });
  await service.call(withdrawPublication, { id: made.id, reason });
  expect((await list(provinceId)).total).toBe(0);
  const { items } = await list(provinceId, { state: 'withdrawn' });
  expect(items).toMatchObject([{ id: made.id, withdrawnBecause: reason }]);
});

test('nobody records for a unit outside the own area, nor a day to come, nor for a level that no quota asks', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const districtId = await unit('district', 'Lục Nam', provinceId);
  const officer = someone('area-officer', [districtId]);
  const foreign = service.call(recordPublication, said(provinceId), officer);
  expect(await refusal(foreign)).toMatchObject({ type: 'unit-not-found' });
  const early = said(provinceId, { publishedOn: addDays(today(), 1) });
  expect(await refusal(service.call(recordPublication, early))).toMatchObject({
    type: 'publication-day-to-come',
  });
  expect(await refusal(service.call(recordPublication, said(districtId)))).toMatchObject({
    ...{ type: 'publication-of-another-level', level: 'district' },
  });
});

test('BR-32: a portal publishes a registered document that is issued, from its day on', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const instrumentId = randomUUID();
  let status: 'draft' | 'final' | null = null;
  organisation.answer(getInstrument, ({ id }) => {
    if (status === null) throw problem('instrument-not-found', { id });
    return profile(id, status);
  });
  const portal = (publishedOn: string) =>
    refusal(
      service.call(recordPublication, {
        ...said(provinceId, { medium: 'portal', kind: 'document', instrumentId, publishedOn }),
      }),
    );
  expect(await portal('2024-06-10')).toMatchObject({ type: 'instrument-not-found' });
  status = 'draft';
  expect(await portal('2024-06-10')).toMatchObject({ type: 'document-not-issued' });
  status = 'final';
  expect(await portal('2024-06-05')).toMatchObject({ type: 'document-not-issued' });
  expect(await portal('2024-06-10')).toBeNull();
});

test('a portal without a document, and a document elsewhere, are refused', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const bare = said(provinceId, { medium: 'portal', kind: 'document' });
  expect(await refusal(service.call(recordPublication, bare))).toMatchObject({
    type: 'portal-publishes-documents',
  });
  const elsewhere = said(provinceId, { kind: 'document' });
  expect(await refusal(service.call(recordPublication, elsewhere))).toMatchObject({
    type: 'portal-publishes-documents',
  });
});

function profile(id: string, status: 'draft' | 'final'): InstrumentProfile {
  const none = { amends: [], replaces: [], bases: [] };
  return getInstrument.output.parse({
    ...{ id, kind: 'resolution', number: '30/2024/NQ-HĐND', issuer: 'HĐND tỉnh', title: 'Mức' },
    ...{ status, signedOn: '2024-06-06', effectiveFrom: '2024-07-01', effectiveTo: null },
    ...{ subjects: [], ...none, territory: [], territoryOn: null, units: [], files: [] },
    links: { ...none, amendedBy: [], replacedBy: [], basisOf: [] },
    ...{ corrections: [], repeal: null },
  });
}
