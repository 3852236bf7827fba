import {
  countPeopleWorkByUnit,
  countWorkByUnit,
  frameMap,
  getCoverage,
  getExtent,
  getInstallation,
  listOutlines,
  listUnits,
  type Metres,
} from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { mm } from './map-paper.rules.ts';
import { readPdf } from './test-pdf.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));
const ids = [randomUUID(), randomUUID()] as const;
/** 40 km by 30 km. */
const box: Metres = [-20_000, -15_000, 20_000, 15_000];
const rect = ([west, south, east, north]: Metres) => [
  [west, south, west, north, east, north, east, south, west, south],
];
const count = { norm: null, decided: null };
const figures = (covered: number, villages: number) => ({
  villages,
  coveredVillages: covered,
  teams: { ...count, active: covered },
  members: { ...count, serving: null, paid: null },
  workplaces: { teamsWith: 0, total: 0 },
  communes: { total: 1, teamsShort: 0, workplaceMissing: 0 },
  gaps: [],
});
const islands = false;

beforeAll(() => {
  const { services } = gateway;
  services.answer(getInstallation, () => ({
    kind: 'demo' as const,
    empty: false,
    holds: { units: 1, boundaries: 1, instruments: 1, quotas: 1, teams: 1, workplaces: 1 },
  }));
  services.answer(getExtent, () => ({
    bounds: null,
    sources: ['NXB Bản đồ'],
    levels: ['commune' as const],
  }));
  services.answer(listUnits, () => ({
    items: [
      {
        ...{ id: randomUUID(), level: 'province' as const, kind: 'tỉnh' as const, code: '24' },
        ...{ list: '2025', name: 'Bắc Ninh', parentId: null, parentName: null, parentKind: null },
        ...{ validFrom: '2025-07-01', validTo: null },
      },
    ],
    nextCursor: null,
    total: 1,
  }));
  services.answer(frameMap, () => ({ projection: { lon: 106.5, lat: 21.3 }, box, islands }));
  services.answer(listOutlines, ({ level, cursor }) => {
    if (level !== 'commune') return { items: [], nextCursor: null, total: 0 };
    const half: Metres = cursor ? [0, -15_000, 20_000, 15_000] : [-20_000, -15_000, 0, 15_000];
    return {
      items: [
        {
          id: ids[cursor ? 1 : 0],
          name: cursor ? 'Ẵng Ễnh Ố' : 'Tân Dĩnh',
          kind: 'xã' as const,
          inside: true,
          label: [cursor ? 10_000 : -10_000, 0] as [number, number],
          rings: rect(half),
        },
      ],
      nextCursor: cursor ? null : '1',
      total: 2,
    };
  });
  services.answer(getCoverage, () => ({
    items: ids.map((id, n) => ({
      unit: {
        id,
        code: `${n}`,
        name: `Xã ${n}`,
        kind: 'xã' as const,
        level: 'commune' as const,
        parentId: null,
        parentName: null,
        parentKind: null,
      },
      ...figures(n === 0 ? 6 : 0, n === 0 ? 7 : 0),
    })),
    total: figures(6, 7),
  }));
});

const ask = (query: string) =>
  request(gateway.url)
    .get(`/api/coverage/map.pdf?on=2025-07-01${query}`)
    .set('authorization', gateway.signIn('area-officer', [randomUUID()]).authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
const pdfOf = async (query = '') => {
  const { status, headers, body } = await ask(query);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  return readPdf(body as Buffer);
};

test('a map of work counts what both services know of a unit, or one kind that it names', async () => {
  const { services } = gateway;
  const [first] = ids;
  services.answer(countWorkByUnit, ({ kind }) => {
    expect(kind).toBeUndefined();
    return { items: [{ unitId: first, count: 4 }], total: 4 };
  });
  services.answer(countPeopleWorkByUnit, ({ kind }) => ({
    items: [{ unitId: first, count: kind ? 1 : 3 }],
    total: 3,
  }));
  const all = (await pdfOf('&metric=work')).text;
  expect(all).toContain('BẢN ĐỒ VIỆC CẦN LÀM VỀ TỔ BẢO VỆ AN NINH, TRẬT TỰ');
  expect(all).toContain('Số việc cần làm (số xã, phường)');
  const vacant = (await pdfOf('&metric=work&work=leader-vacant')).text;
  expect(vacant).toContain('BẢN ĐỒ VIỆC CẦN LÀM: TỔ KHUYẾT TỔ TRƯỞNG, TỈNH BẮC NINH');
  expect(vacant).toContain('Tổ khuyết Tổ trưởng (số xã, phường)');
  expect((await ask('&metric=work&work=everything')).status).toBe(422);
});

test('the map is lines and letters: no picture is in it, and its fonts come with it', async () => {
  const { images, fonts, fills } = await pdfOf();
  expect(images).toBe(0);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true });
  expect(fills).toBeGreaterThan(0);
});

test('a distance on the paper is the distance on the ground at the stated scale', async () => {
  const { text, paths } = await pdfOf();
  const stated = Number(/Tỷ lệ 1:([\d.]+)/.exec(text)![1]!.replaceAll('.', ''));
  expect(stated).toBe(250_000);
  const width = (20_000 * 1_000) / stated;
  const height = (30_000 * 1_000) / stated;
  const communes = paths.filter(
    (path) =>
      Math.abs(path.width / mm - width) < 0.01 && Math.abs(path.height / mm - height) < 0.01,
  );
  expect(communes.length).toBeGreaterThanOrEqual(2);
});

test.each([
  ['&paper=A4&orientation=landscape', 297, 210],
  ['&paper=A4&orientation=portrait', 210, 297],
  ['&paper=A3&orientation=landscape', 420, 297],
  ['&paper=A3&orientation=portrait', 297, 420],
])('the sheet is as asked: %s', async (query, width, height) => {
  const { size, pages } = await pdfOf(query);
  expect(pages).toBe(1);
  expect(size.map((points) => Math.round(points / mm))).toEqual([width, height]);
});

test('the sheet says what it shows, of which day, with counts, source and room to sign', async () => {
  const { text } = await pdfOf();
  for (const words of [
    'BẢN ĐỒ THÔN, TỔ DÂN PHỐ ĐÃ CÓ TỔ BẢO VỆ AN NINH, TRẬT TỰ TỈNH BẮC NINH',
    'Tính đến ngày 01/07/2025',
    'CHÚ GIẢI',
    'Ngưỡng cố định',
    'Chưa có thôn',
    'NXB Bản đồ',
    'số liệu minh họa',
    'THỦ TRƯỞNG ĐƠN VỊ',
    'Tân Dĩnh',
    'Ẵng Ễnh Ố',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('CỘNG HÒA');
});

test('with an issuing body it has the heading of Decree 30/2020', async () => {
  const { text } = await pdfOf(`&issuer=${encodeURIComponent('Công an tỉnh Bắc Ninh')}`);
  expect(text).toContain('CÔNG AN TỈNH BẮC NINH');
  expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
});

test('Hoàng Sa and Trường Sa stand on the map of the country', async () => {
  const { text } = await pdfOf();
  expect(text).toContain('Quần đảo Hoàng Sa');
  expect(text).toContain('Quần đảo Trường Sa');
  expect(text.match(/\(Việt Nam\)/g)).toHaveLength(2);
});

test.each(['&paper=A5', '&metric=colour', '&scale=1'])(
  'a wrong question is refused: %s',
  async (query) => {
    const { status, body } = await ask(query);
    expect([status, JSON.parse(String(body)).type]).toEqual([422, 'invalid-input']);
  },
);

test('without outlines there is no map, and it is said', async () => {
  gateway.services.answer(frameMap, () => ({ projection: null, box: null, islands: false }));
  const { status, body } = await ask('');
  expect([status, JSON.parse(String(body)).type]).toEqual([404, 'boundary-not-found']);
});
