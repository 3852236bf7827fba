import { compareQuotas, getDraft, getInstallation, type QuotaDraftRow } from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

const row = (name: string, district: string, teams: number | null): QuotaDraftRow => ({
  unitId: randomUUID(),
  villages: 10,
  teams,
  members: teams && teams * 3,
  leaders: teams,
  deputies: teams,
  ordinary: teams,
  note: '',
  parts: [],
  version: 1,
  changedBy: 'tinh',
  standing: true,
  unit: { code: '07210', name, kind: 'xã' },
  parent: { id: district.padEnd(8, '0') + randomUUID().slice(8), name: district, kind: 'huyện' },
  norm: null,
  decided: null,
  active: 0,
  serving: null,
  surplus: 0,
});
const [yenThe, lucNgan] = [randomUUID(), randomUUID()];
const lines = [
  { ...row('Đồng Kỳ', 'Yên Thế', 12), parent: { id: yenThe, name: 'Yên Thế', kind: 'huyện' } },
  { ...row('An Thượng', 'Yên Thế', 8), parent: { id: yenThe, name: 'Yên Thế', kind: 'huyện' } },
  { ...row('Tân Sơn', 'Lục Ngạn', 7), parent: { id: lucNgan, name: 'Lục Ngạn', kind: 'huyện' } },
  { ...row('Sa Lý', 'Lục Ngạn', null), parent: { id: lucNgan, name: 'Lục Ngạn', kind: 'huyện' } },
];
const cham = randomUUID();
const given = (position: 'leader' | 'ordinary', members: number) => ({
  villageId: cham,
  teamId: null,
  position,
  members,
});
const earlier = (number: string, title: string, replaced: boolean) => ({
  id: randomUUID(),
  kind: 'decision' as const,
  number,
  issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
  title,
  signedOn: '2024-06-28',
  replaced,
});
let changes: ReturnType<typeof earlier>[] = [];
let status: 'draft' | 'issued' = 'draft';

beforeAll(() => {
  const { services } = gateway;
  services.answer(getInstallation, () => ({
    kind: 'demo' as const,
    empty: false,
    holds: { units: 1, boundaries: 1, instruments: 1, quotas: 1, teams: 1, workplaces: 1 },
  }));
  services.answer(getDraft, ({ id }) => ({
    id,
    unitId: randomUUID(),
    title: 'Giao số lượng Tổ bảo vệ an ninh, trật tự',
    issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
    effectiveFrom: '2025-01-01',
    basis: ['Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở;', 'Căn cứ Nghị quyết số 30'],
    place: 'Bắc Giang',
    signerTitle: 'Chủ tịch',
    signerName: 'Người ký minh họa',
    recipients: ['Như Điều 4', 'Lưu: VT, NC'],
    status,
    version: 1,
    number: status === 'issued' ? '12/2025/QĐ-UBND' : null,
    signedOn: status === 'issued' ? '2024-12-20' : null,
    instrumentId: null,
    changedAt: '2024-12-01T00:00:00Z',
    changedBy: 'tinh',
    unitName: 'Bắc Giang',
    unitKind: 'tỉnh',
    lines,
    ceiling: null,
    proposals: 0,
    changes,
    places: [{ id: cham, kind: 'thôn', name: 'Chằm' }],
  }));
  const unit = (name: string) => ({ id: randomUUID(), code: '1', name, kind: 'xã' });
  const figures = (teams: number) => ({ villages: null, teams, members: teams * 3 });
  services.answer(compareQuotas, () => ({
    from: { on: '2025-06-30', instrument: null, total: figures(12) },
    to: { on: '2025-07-01', instrument: { id: randomUUID(), number: '01/QĐ' }, total: figures(9) },
    items: [
      {
        before: { units: [unit('Sa Lý'), unit('Tân Sơn')], figures: figures(12) },
        after: { units: [unit('Sa Lý')], figures: figures(9) },
        parent: null,
      },
    ],
  }));
});

async function fetched(path: string): Promise<Buffer> {
  const answer = await request(gateway.url)
    .get(path)
    .set('authorization', gateway.signIn('provincial-administrator').authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
}

/** A part of a zip file, found by its entry in the directory at the end. */
function part(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0;) {
    const size = zip.readUInt32LE(at + 20);
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1');
  }
  throw new Error(`no ${name}`);
}

async function paper() {
  const xml = part(await fetched(`/api/drafts/${randomUUID()}/decision.docx`), 'word/document.xml');
  const texts = (scope: string) =>
    [...scope.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text!);
  const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([one]) => texts(one));
  return { xml, text: texts(xml).join('\n'), rows };
}

test('the draft of a decision follows the layout of Decree 30/2020, marked as draft and as demo', async () => {
  status = 'draft';
  const { text } = await paper();
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'ỦY BAN NHÂN DÂN',
    'TỈNH BẮC GIANG',
    'Bắc Giang, ngày … tháng … năm …',
    'DỰ THẢO',
    'Số liệu minh họa, không phải văn bản thật',
    'Căn cứ Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở;',
    'Căn cứ Nghị quyết số 30.',
    'QUYẾT ĐỊNH:',
    'Điều 1.',
    'Điều 4.',
    'TM. ỦY BAN NHÂN DÂN',
    'Nơi nhận:',
    '- Lưu: VT, NC.',
    'PHỤ LỤC',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toContain('27 Tổ với 81 thành viên');
});

test('the annex groups communes in Roman numerals and ends in the total of those it gives something', async () => {
  const { rows, text } = await paper();
  // The frames of the heading and of the signature are tables too.
  const table = rows.slice(rows.findIndex(([first]) => first === 'STT'));
  expect(table.map((cells) => cells.slice(0, 4).join(' '))).toEqual([
    'STT Đơn vị hành chính Số thôn, tổ dân phố Số Tổ',
    'I Huyện Yên Thế 20 20',
    '1 Xã Đồng Kỳ 10 12',
    '2 Xã An Thượng 10 08',
    'II Huyện Lục Ngạn 10 07',
    '1 Xã Tân Sơn 10 07',
    ' Tổng cộng 30 27',
  ]);
  expect(text).not.toContain('Sa Lý');
});

test('what the decision ends is named with number, day and subject, as a whole or for the annex', async () => {
  changes = [
    earlier('01/2024/QĐ-UBND', 'Giao số lượng Tổ', true),
    earlier('02/2024/QĐ-UBND', 'Về số lượng thành viên', false),
  ];
  const { text } = await paper();
  changes = [];
  const by = 'ngày 28 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh Bắc Giang';
  expect(text).toContain(
    `thay thế Quyết định số 01/2024/QĐ-UBND ${by} về việc giao số lượng Tổ. Số lượng giao cho các đơn vị nêu tại ` +
      `Phụ lục theo Quyết định số 02/2024/QĐ-UBND ${by} về số lượng thành viên hết hiệu lực từ ngày này.`,
  );
  expect((await paper()).text).not.toContain('hết hiệu lực');
});

test('how a line is divided by village stands in the annex below its commune', async () => {
  lines[0]!.parts = [given('leader', 1), given('ordinary', 2)];
  const { rows } = await paper();
  lines[0]!.parts = [];
  const at = rows.findIndex((cells) => cells.includes('Xã Đồng Kỳ'));
  expect(rows[at + 1]!.filter(Boolean)).toEqual(['– Thôn Chằm', '03', '01', '02']);
});

test('the paper of an issued decision has its number and day, and is no draft any more', async () => {
  status = 'issued';
  const { text } = await paper();
  expect(text).toContain('Số: 12/2025/QĐ-UBND');
  expect(text).toContain('Bắc Giang, ngày 20 tháng 12 năm 2024');
  expect(text).toContain('có hiệu lực từ ngày 01 tháng 01 năm 2025');
  expect(text).not.toContain('DỰ THẢO');
});

test('a comparison as a workbook has both totals and the difference', async () => {
  const book = new excel.Workbook();
  const path = '/api/quotas/comparison.xlsx?from=2025-06-30&to=2025-07-01';
  await book.xlsx.load((await fetched(path)) as never);
  const rows = book.worksheets[0]!.getSheetValues().map((cells) => (cells as unknown[])?.slice(1));
  expect(rows.at(-2)).toEqual([1, 'Xã Sa Lý, Xã Tân Sơn', 'Xã Sa Lý', 12, 9, -3, 36, 27, -9]);
  expect(rows.at(-1)!.slice(3)).toEqual([12, 9, -3, 36, 27, -9]);
});

test('a workbook says what a decision does not name, and counts no difference for it', async () => {
  const unit = (name: string) => ({ id: randomUUID(), code: '1', name, kind: 'xã' });
  const figures = (teams: number) => ({ villages: null, teams, members: teams * 3 });
  const decision = (number: string, teams: number) => ({
    on: '2025-01-01',
    instrument: { id: randomUUID(), number },
    total: figures(teams),
  });
  gateway.services.answer(compareQuotas, () => ({
    from: decision('01/QĐ', 12),
    to: decision('02/QĐ', 6),
    items: [
      {
        before: { units: [unit('Sa Lý')], figures: figures(5) },
        after: { units: [], figures: null },
        parent: null,
      },
      {
        before: { units: [unit('Tân Sơn')], figures: figures(7) },
        after: { units: [unit('Tân Sơn')], figures: figures(6) },
        parent: null,
      },
    ],
  }));
  const book = new excel.Workbook();
  const path = `/api/quotas/comparison.xlsx?from=${randomUUID()}&to=${randomUUID()}`;
  await book.xlsx.load((await fetched(path)) as never);
  const sheet = book.worksheets[0]!;
  const cells = sheet.getSheetValues().map((row) => Array.from((row as unknown[]) ?? []).slice(1));
  const said = (row: unknown[]) => row.map((cell) => cell ?? null);
  const unnamed = [1, 'Xã Sa Lý', 'không nêu trong quyết định', 5, null, null, 15];
  expect(said(cells.at(-3)!).slice(0, 7)).toEqual(unnamed);
  expect(cells.at(-2)).toEqual([2, 'Xã Tân Sơn', 'Xã Tân Sơn', 7, 6, -1, 21, 18, -3]);
  expect(cells.at(-1)!.slice(3)).toEqual([12, 6, -1, 36, 18, -3]);
  expect(cells.flat().join()).toContain('1 dòng có đơn vị không nêu trong quyết định');
});
