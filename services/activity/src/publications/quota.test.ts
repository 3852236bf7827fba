import {
  checkPublications,
  listInstruments,
  listPublicationQuotas,
  type PublicationKind,
  type PublicationMedium,
  recordPublication,
  setPublicationQuota,
  withdrawPublication,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { connectBus } from '@antt/service-kit';
import { copiedTerritory, someone, StandIn, useService } from '@antt/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { readIndicators } from '../indicators/catalogue.ts';
import { activity } from '../service.ts';
import { readPublicationQuotas } from './quota-file.ts';

const service = useService(activity);
const { unit } = copiedTerritory(service, '2020-01-01');

let connection: NatsConnection;
let organisation: StandIn;
beforeAll(async () => {
  connection = await connectBus(service.bus.url, 'organisation');
  organisation = new StandIn(connection);
});
afterAll(() => connection.close());

type Said = { medium: PublicationMedium; kind: PublicationKind; on: PlainDate };
const published = (unitId: string, { medium, kind, on }: Said) =>
  service.call(recordPublication, {
    ...{ id: randomUUID(), unitId, medium, kind, publishedOn: on, title: 'Tổ bảo vệ ANTT ra mắt' },
    ...{ outlet: '', link: '', instrumentId: null },
  });

/** "met/judged" of a unit, or for a cycle "met" or "not". */
async function checked(code: string, within: string, from: PlainDate, to: PlainDate) {
  const { items } = await service.call(checkPublications, { code, within, from, to, limit: 500 });
  return {
    of: Object.fromEntries(items.map((one) => [one.unitName, `${one.met}/${one.of}`])),
    cycles: (unitId: string) =>
      items
        .find((one) => one.unitId === unitId)!
        .cycles.map(({ name, met }) => `${name} ${met ? 'met' : 'not'}`),
  };
}
/** Week 36 of 2024 is Monday 2 September to Sunday 8 September. */
const [monday, sunday] = ['2024-09-02', '2024-09-08'];

test('each shipped quota is the target of an indicator, with its source', () => {
  const known = new Set(readIndicators().map(({ code }) => code));
  const quotas = readPublicationQuotas();
  expect(quotas.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `TT.0${n}`));
  expect(quotas.every(({ code, citation }) => known.has(code) && citation !== '')).toBe(true);
});

test('BR-27: on television one phóng sự passes the week, five tin and no phóng sự do not', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const item = { medium: 'television', kind: 'news' } as const;
  for (const day of [2, 3, 4, 5, 6])
    await published(provinceId, { ...item, on: `2024-09-0${day}` });
  expect((await checked('TT.01', provinceId, monday, sunday)).cycles(provinceId)).toEqual([
    '2024-W36 not',
  ]);
  await published(provinceId, { ...item, kind: 'feature', on: sunday });
  expect((await checked('TT.01', provinceId, monday, sunday)).cycles(provinceId)).toEqual([
    '2024-W36 met',
  ]);
});

test.each([
  ['TT.02', 'newspaper', 'province'],
  ['TT.03', 'police', 'province'],
  ['TT.04', 'district', 'district'],
] as const)(
  'BR-28: %s, one tin or one bài passes the week of a %s',
  async (code, medium, level) => {
    const provinceId = await unit('province', 'Bắc Giang');
    const unitId = level === 'province' ? provinceId : await unit(level, 'Lục Nam', provinceId);
    await published(unitId, { medium, kind: 'news', on: '2024-09-04' });
    await published(unitId, { medium, kind: 'article', on: '2024-09-11' });
    const { cycles } = await checked(code, provinceId, '2024-09-02', '2024-09-22');
    expect(cycles(unitId)).toEqual(['2024-W36 met', '2024-W37 met', '2024-W38 not']);
  },
);

test('BR-29: two items in week 10 do not cover week 11', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const item = { medium: 'newspaper', kind: 'news' } as const;
  for (const on of ['2024-03-04', '2024-03-10']) await published(provinceId, { ...item, on });
  const { cycles, of } = await checked('TT.02', provinceId, '2024-03-04', '2024-03-17');
  expect(cycles(provinceId)).toEqual(['2024-W10 met', '2024-W11 not']);
  expect(of).toEqual({ 'tỉnh Bắc Giang': '1/2' });
});

test('BR-30: districts are checked one by one, the surplus of one helps no other', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const [first, second] = [
    await unit('district', 'Lục Nam', provinceId),
    await unit('district', 'Yên Thế', provinceId),
  ];
  for (const on of [monday, '2024-09-05', sunday]) {
    await published(first, { medium: 'district', kind: 'article', on });
  }
  const { cycles, of } = await checked('TT.04', provinceId, monday, sunday);
  expect([cycles(first), cycles(second)]).toEqual([['2024-W36 met'], ['2024-W36 not']]);
  // who lacks most stands first
  expect(Object.entries(of)).toEqual([
    ['huyện Yên Thế', '0/1'],
    ['huyện Lục Nam', '1/1'],
  ]);
});

test('BR-31: in each month of the campaign a locality has one tin or bài of its own system', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const communeId = await unit('commune', 'Phì Điền', provinceId);
  const item = { medium: 'grassroots', kind: 'news' } as const;
  for (const on of ['2024-09-30', '2024-10-01', '2024-10-31', '2024-12-15']) {
    await published(communeId, { ...item, on });
  }
  const { cycles } = await checked('TT.05', provinceId, '2024-08-01', '2025-01-31');
  // August has 13 days of the campaign and counts neither way
  expect(cycles(communeId)).toEqual([
    ...['2024-09 met', '2024-10 met', '2024-11 not', '2024-12 met', '2025-01 not'],
  ]);
  const after = await checked('TT.05', provinceId, '2025-08-21', '2025-12-31');
  expect(after.of).toEqual({});
});

test('BR-32: a portal has nothing to publish before the document is registered as issued', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const resolution = { id: randomUUID(), number: '30/2024/NQ-HĐND', kind: 'resolution' as const };
  const document = {
    ...{ ...resolution, issuer: 'HĐND tỉnh', title: 'Về mức hỗ trợ', effectiveTo: null },
    ...{ status: 'final' as const, signedOn: '2024-06-06', effectiveFrom: '2024-07-01' },
    ...{ subjects: [], amends: [], replaces: [], bases: [], territory: [], territoryOn: null },
    quotas: 0,
  };
  organisation.answer(listInstruments, () => ({ items: [], nextCursor: null, total: 0 }));
  const ask = () => checked('TT.06', provinceId, '2024-06-01', '2024-06-30');
  expect((await ask()).of).toEqual({});
  // a decision about one matter is no legal document
  const items = [document, { ...document, id: randomUUID(), kind: 'decision' as const }];
  organisation.answer(listInstruments, () => ({ items, nextCursor: null, total: 2 }));
  expect((await ask()).cycles(provinceId)).toEqual(['30/2024/NQ-HĐND not']);
  // what governs elsewhere is published there
  const elsewhere = { ...document, id: randomUUID(), number: '7/2024/NQ-HĐND' };
  const governing = (territory: string[]) =>
    organisation.answer(listInstruments, () => ({
      ...{ items: [document, { ...elsewhere, territory }], nextCursor: null, total: 2 },
    }));
  governing([await unit('province', 'Lạng Sơn')]);
  expect((await ask()).cycles(provinceId)).toEqual(['30/2024/NQ-HĐND not']);
  governing([provinceId]);
  expect((await ask()).cycles(provinceId)).toHaveLength(2);
});

test('a province lays down another quota from a day on, and what was before stays', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const { items } = await service.call(listPublicationQuotas, { on: monday, within: provinceId });
  const { validTo: _, ...shipped } = items.find(({ code }) => code === 'TT.02')!;
  const own = { ...shipped, id: randomUUID(), unitId: provinceId, validFrom: '2024-09-09' };
  await service.call(setPublicationQuota, { ...own, least: 2, citation: 'Kế hoạch 15/KH-UBND' });
  for (const on of [monday, '2024-09-10', '2024-09-17', '2024-09-18']) {
    await published(provinceId, { medium: 'newspaper', kind: 'news', on });
  }
  const { cycles } = await checked('TT.02', provinceId, monday, '2024-09-22');
  expect(cycles(provinceId)).toEqual(['2024-W36 met', '2024-W37 not', '2024-W38 met']);
});

test('what was taken out counts no more', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const said = { medium: 'newspaper', kind: 'news', on: monday } as const;
  const { id } = await published(provinceId, said);
  await service.call(withdrawPublication, { id, reason: 'Ghi trùng với bài đã có' });
  expect((await checked('TT.02', provinceId, monday, sunday)).of).toEqual({
    'tỉnh Bắc Giang': '0/1',
  });
});

test('a week that is not over and not met is not judged yet', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { items } = await service.call(checkPublications, {
    ...{ code: 'TT.02', within: provinceId, from: '2150-01-05', to: '2150-01-18', limit: 10 },
  });
  expect(items).toMatchObject([{ met: 0, of: 0 }]);
});

test('an officer sees the weeks of the own district alone', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const own = await unit('district', 'Lục Ngạn', provinceId);
  await unit('district', 'Sơn Động', provinceId);
  const officer = someone('area-officer', [own]);
  const asked = { code: 'TT.04', from: monday, to: sunday, limit: 100 } as const;
  const { items } = await service.call(checkPublications, asked, officer);
  expect(items.map(({ unitName }) => unitName)).toEqual(['huyện Lục Ngạn']);
});
