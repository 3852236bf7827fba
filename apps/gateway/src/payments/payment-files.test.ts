import {
  beginPaymentFiles,
  getInstallation,
  getPaymentBatch,
  keepPaymentFiles,
  listPayees,
  makePayPaper,
  parameters,
  type PaymentFile,
  revealPayments,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { useGateway } from '@antt/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { unzipSync } from 'fflate';
import { createHash, randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

const [one, two] = [
  { id: randomUUID(), kind: 'xã', name: 'Tân Lập' },
  { id: randomUUID(), kind: 'phường', name: 'Đồng Kỳ' },
];
const run = randomUUID();
const batchId = randomUUID();
const line = (item: 'monthly-support' | 'team-operation', amount: number) => ({
  ...{ item, amount, kind: 'regular' as const },
});
const payees = [
  ...[1, 2, 3].map((n) => ({
    ...{
      key: `ANTT00000000${n}`,
      personId: randomUUID(),
      name: `Người ${n}`,
      teamName: 'Tổ Trung',
    },
    ...{ commune: n < 3 ? one : two, position: 'ordinary' as const, amount: 1_200_000 },
    ...{ channel: n === 2 ? ('office' as const) : ('bank' as const) },
    lines: [line('monthly-support', 1_200_000)],
  })),
  {
    ...{ key: 'ANTT000000004', personId: null, name: 'Tổ Trung', teamName: 'Tổ Trung' },
    ...{ commune: two, position: null, amount: 200_000, channel: 'office' as const },
    lines: [line('team-operation', 200_000)],
  },
];
const sum = (payments: number, amount: number) => ({ payments, amount });
const cell = (item: 'monthly-support' | 'team-operation', amount: number) => ({
  ...{
    item,
    amount,
    fund: item === 'team-operation' ? ('commune' as const) : ('province' as const),
  },
});
const told: { asked: string[]; revealed: unknown[]; kept: PaymentFile[][] } = {
  ...{ asked: [], revealed: [], kept: [] },
};

beforeAll(() => {
  const { services } = gateway;
  services.answer(getInstallation, () => ({
    kind: 'real' as const,
    empty: false,
    holds: { units: 1, boundaries: 1, instruments: 1, quotas: 1, teams: 1, workplaces: 1 },
  }));
  services.answer(beginPaymentFiles, () => {
    told.asked.push('begin');
    return { madeAt: '2024-08-02T01:30:00Z', by: 'taichinh' };
  });
  const answer: Output<typeof getPaymentBatch> = {
    batch: {
      ...{ id: batchId, number: 1, madeAt: '2024-08-02T01:00:00Z', by: 'taichinh2' },
      ...{ filesAt: null, filesBy: null, withdrawn: false, issued: sum(4, 3_800_000) },
      byChannel: [
        { channel: 'bank' as const, ...sum(2, 2_400_000) },
        { channel: 'office' as const, ...sum(2, 1_400_000) },
      ],
      ...{ byState: [], recoveries: sum(0, 0) },
    },
    ...{ month: '2024-07', unit: { id: run, kind: 'tỉnh', name: 'Bắc Giang' } },
    ...{ illustrative: true, lines: 5_100_000, whole: true },
    ...{ insurer: 66_000, bodies: 34_000 },
    communes: [
      {
        ...{ commune: one, issued: sum(2, 2_400_000), recoveries: sum(0, 0) },
        cells: [cell('monthly-support', 2_400_000)],
      },
      {
        ...{ commune: two, issued: sum(2, 1_400_000), recoveries: sum(0, 0) },
        cells: [cell('monthly-support', 1_200_000), cell('team-operation', 200_000)],
      },
    ],
  };
  services.answer(getPaymentBatch, () => {
    told.asked.push('get');
    return answer;
  });
  services.answer(listPayees, ({ communeId, cursor }) => {
    const all = payees.filter(({ commune }) => !communeId || commune.id === communeId);
    const n = Number(cursor ?? 0);
    return { items: all.slice(n, n + 1), nextCursor: n + 1 < all.length ? String(n + 1) : null };
  });
  services.answer(revealPayments, ({ reason, cursor }) => {
    if (!cursor) told.revealed.push(reason);
    const items = payees
      .filter(({ channel }) => channel === 'bank')
      .map(({ key, amount }, n) => ({
        ...{ key, amount, name: 'Đặng Thị Ngọc', account: `001122334${n}`, bank: 'Agribank' },
      }));
    const n = Number(cursor ?? 0);
    return {
      ...{ items: items.slice(n, n + 1), nextCursor: n + 1 < items.length ? String(n + 1) : null },
      ...{ month: '2024-07', illustrative: true, content: 'Chi thang 07/2024' },
      columns: parameters['bank-file-columns'].byDefault,
    };
  });
  services.answer(keepPaymentFiles, ({ files }) => {
    told.kept.push(files);
    return {
      ...{ madeAt: '2024-08-02T02:00:00Z', by: 'taichinh', state: 'approved' as const },
      ...{
        dataVersion: '2024-08-01T01:00:00Z',
        files: files.map((file) => ({ ...file, same: true })),
      },
    };
  });
  services.answer(makePayPaper, async ({ communeId }) => ({
    file: await gateway.files.put('a.docx', new Blob([communeId!]).stream(), 1e6),
  }));
});

beforeEach(() => void told.asked.splice(0));

async function sent(path: string, body: object, role = 'finance-officer' as const) {
  const answer = await request(gateway.url)
    .post(`/api/payrolls/${run}/batches/1/${path}`)
    .send(body)
    .set('authorization', gateway.signIn(role).authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  return { ...answer, bytes: answer.body as Buffer };
}

const reason = 'Gửi kho bạc chi tháng 7';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function rowsOf(bytes: Uint8Array) {
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const rows = Array.from(book.worksheets[0]!.getSheetValues()) as (unknown[] | undefined)[];
  return rows.slice(1).map((row = []) => Array.from(row.slice(1), (value) => value ?? null));
}

test('a bundle holds a list and an annex by commune, the summary and the bank file, and its sums tie out', async () => {
  const { bytes, status } = await sent('bundle.zip', { reason });
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  const manifest = JSON.parse(text(files['manifest.json']!));
  expect(Object.keys(files)).toEqual([
    ...['danh-sach-chi/001-xa-tan-lap.xlsx', 'phu-luc-quyet-dinh/001-xa-tan-lap.docx'],
    ...['danh-sach-chi/002-phuong-dong-ky.xlsx', 'phu-luc-quyet-dinh/002-phuong-dong-ky.docx'],
    ...['tong-hop-kho-bac.xlsx', 'chuyen-khoan-ngan-hang.csv', 'manifest.json'],
  ]);
  for (const file of manifest.files as PaymentFile[]) {
    expect(file.sha256).toBe(sha256(files[file.name]!));
    expect(file.bytes).toBe(files[file.name]!.length);
  }
  const of = (part: string) =>
    (manifest.files as PaymentFile[])
      .filter(({ name }) => name.includes(part))
      .map(({ rows, amount }) => [rows, amount]);
  expect(of('danh-sach-chi')).toEqual([
    [2, 2_400_000],
    [2, 1_400_000],
  ]);
  expect(of('kho-bac')).toEqual([[2, 3_800_000]]);
  expect(of('chuyen-khoan')).toEqual([[2, 2_400_000]]);
  expect(manifest).toMatchObject({
    ...{ payrollId: run, month: '2024-07', batch: 1, illustrative: true, state: 'approved' },
    sums: { lines: 5_100_000, payments: 4, amount: 3_800_000, notInThisBatch: 1_200_000 },
  });
  const list = await rowsOf(files['danh-sach-chi/002-phuong-dong-ky.xlsx']!);
  expect(list.flat()).toContain('Bằng chữ: Một triệu bốn trăm nghìn đồng');
  expect(list.flat()).toContain('Số liệu minh họa');
  const summary = await rowsOf(files['tong-hop-kho-bac.xlsx']!);
  const total = summary.find((row) => row.includes('TỔNG CỘNG'))!;
  expect(total.filter((value) => typeof value === 'number')).toEqual([
    4, 200_000, 3_600_000, 3_800_000,
  ]);
});

test('the same batch is the same bytes, whenever it is written', async () => {
  const first = await sent('bundle.zip', { reason });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const again = await sent('bundle.zip', { reason });
  const hashes = (bytes: Buffer) =>
    Object.entries(unzipSync(bytes)).map(([name, content]) => `${name} ${sha256(content)}`);
  expect(hashes(again.bytes)).toEqual(hashes(first.bytes));
  expect(sha256(again.bytes)).toBe(sha256(first.bytes));
});

test('the bank file has a mark for Excel, keys, plain names and whole account numbers', async () => {
  const { bytes, headers } = await sent('bank-file.csv', { reason });
  const [head, ...rows] = text(bytes).trimEnd().split('\r\n');
  expect(head).toBe('\ufeffSTT,Mã chi,Tên người hưởng,Số tài khoản,Ngân hàng,Số tiền,Nội dung');
  expect(rows).toEqual([
    '1,ANTT000000001,DANG THI NGOC,0011223340,Agribank,1200000,"MINH HOA, KHONG CHI. Chi thang 07/2024"',
    '2,ANTT000000003,DANG THI NGOC,0011223341,Agribank,1200000,"MINH HOA, KHONG CHI. Chi thang 07/2024"',
  ]);
  expect(headers['content-disposition']).toContain('2-khoan-2400000-dong.csv');
  expect(headers['cache-control']).toBe('no-store');
  expect(told.revealed.at(-1)).toBe(reason);
});

test('without a reason no account number is told: not alone, and not in a bundle', async () => {
  expect((await sent('bank-file.csv', {})).status).toBe(422);
  const revealed = told.revealed.length;
  const { bytes } = await sent('bundle.zip', {});
  expect(Object.keys(unzipSync(bytes))).not.toContain('chuyen-khoan-ngan-hang.csv');
  expect(told.revealed).toHaveLength(revealed);
  expect(told.kept.at(-1)!.map(({ name }) => name)).not.toContain('chuyen-khoan-ngan-hang.csv');
});

test('before anything of a file is read its batch says that files are given out', async () => {
  const at = `/api/payrolls/${run}/batches/1`;
  const taken = (path: string) =>
    request(gateway.url)
      .get(`${at}/${path}`)
      .set('authorization', gateway.signIn('finance-officer').authorization);
  for (const path of ['list.xlsx', 'treasury.xlsx']) {
    told.asked.splice(0);
    expect((await taken(path)).status).toBe(200);
    expect(told.asked).toEqual(['begin', 'get']);
  }
  told.asked.splice(0);
  expect((await taken(`annex.docx?communeId=${one.id}`)).status).toBe(200);
  expect(told.asked).toEqual(['begin']);
  told.asked.splice(0);
  await sent('bank-file.csv', { reason });
  expect(told.asked).toEqual(['begin', 'get']);
  told.asked.splice(0);
  await sent('bundle.zip', { reason });
  expect(told.asked).toEqual(['get', 'begin', 'get']);
});
