import {
  getAllowanceTotals,
  listPayments,
  listPayrollLines,
  listPayrolls,
  listPayrollVariance,
  listPolicies,
  listRateTables,
} from '@antt/contracts';
import type { Operation } from '@antt/kernel';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { answerAsker } from './test-asker.ts';
import * as rows from './test-pay-rows.ts';
import { commune, id, person, personId } from './test-personnel-rows.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

beforeAll(() => answerAsker(gateway.services, { username: 'tinh', kind: () => 'real' }));

const get = (path: string) =>
  request(gateway.url)
    .get(path)
    .set('authorization', gateway.signIn('finance-officer', [randomUUID()]).authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });

/** Lines above a list, and its rows as the headings of what stands in them. */
async function bookOf(path: string) {
  const { body, status } = await get(`/api${path}`);
  expect(status).toBe(200);
  const book = new excel.Workbook();
  await book.xlsx.load(body);
  const values = Array.from(book.worksheets[0]!.getSheetValues()) as (unknown[] | undefined)[];
  const lines = values.slice(1).map((line = []) => Array.from(line.slice(1)));
  const at = lines.findIndex(([first]) => first === 'STT');
  const headings = lines[at]!;
  const list = lines.slice(at + 1).map((line) => {
    const cells = headings.map((heading, n) => [String(heading), line[n] ?? null]);
    return Object.fromEntries(cells.filter(([, value]) => value !== null));
  });
  return { about: lines.slice(0, at).map(([text]) => text), headings, list };
}

const unit = 'Xã Tân Dĩnh';
const cases: [string, string, Operation, object, object][] = [
  [
    'runs tell their month, their state and what of the money is held',
    '/payrolls.xlsx',
    listPayrolls,
    rows.payroll,
    {
      'Đơn vị hành chính': unit,
      Tháng: '09/2026',
      'Tình trạng': 'Đã trình',
      'Tổng tiền (đồng)': 9_360_000,
      'Trong đó truy lĩnh, truy thu (đồng)': -120_000,
      'Số liệu minh họa': 'Có',
    },
  ],
  [
    'payments tell by what way, how they stand and where a failed one was issued anew',
    `/payrolls/${id}/payments.xlsx?state=failed`,
    listPayments,
    rows.payment,
    {
      'Mã chi': 'ANTT000000007',
      'Họ và tên, Tổ': person.name,
      'Hình thức chi': 'Chuyển khoản',
      'Số tài khoản (đã che)': '•••••••••2233',
      'Kết quả': 'Không thành công',
      'Chi lại ở đợt': 3,
    },
  ],
  [
    'amounts of a run tell what for, for which month and from whose money',
    `/payrolls/${id}/lines.xlsx?item=monthly-support`,
    listPayrollLines,
    rows.payLine,
    {
      'Họ và tên': person.name,
      'Xã, phường': unit,
      'Chức danh': 'Tổ trưởng',
      'Khoản chi': 'Hỗ trợ thường xuyên hằng tháng',
      'Nguồn ngân sách': 'Ngân sách cấp tỉnh',
      'Chi cho tháng': '08/2026',
      'Loại dòng': 'Truy lĩnh, truy thu',
      'Nguyên nhân': 'Quyết định đến sau',
      'Số tiền (đồng)': -800_000,
    },
  ],
  [
    'people whose money differs stand with the cause',
    `/payrolls/${id}/variance.xlsx`,
    listPayrollVariance,
    rows.difference,
    {
      'Họ và tên, Tổ': person.name,
      'Tháng trước (đồng)': 1_600_000,
      'Tháng này (đồng)': 800_000,
      'Nguyên nhân': 'Khác số ngày tính',
      'Các nguyên nhân': 'Khác số ngày tính: -900.000 đ; Khác số ca trực: 100.000 đ',
    },
  ],
  [
    'policies tell by which document they pay, where, and how certain they are',
    '/policies.xlsx',
    listPolicies,
    rows.policy,
    {
      'Chính sách': 'Mức chi minh họa',
      'Văn bản': '12/2024/NQ-HĐND',
      'Nơi áp dụng': commune.name,
      'Tình trạng': 'Đang áp dụng',
      'Độ chắc chắn': 'Minh họa',
    },
  ],
  [
    'values that policies multiply by stand with their source',
    '/rate-tables.xlsx?on=2026-09-01',
    listRateTables,
    rows.rate,
    {
      'Bảng giá trị': 'Nhà nước hỗ trợ đóng BHXH tự nguyện (%)',
      'Vùng, nhóm': 'Hộ nghèo',
      'Giá trị': '30',
      'Căn cứ': '159/2025/NĐ-CP',
    },
  ],
];

test.each(cases)('%s', async (_, path, operation, row, expected) => {
  gateway.services.answer(
    operation,
    () => ({ items: [row], nextCursor: null, total: 1, amount: 0 }) as never,
  );
  const { list } = await bookOf(path);
  expect(list).toMatchObject([expected]);
  for (const one of [id, personId, commune.id]) expect(JSON.stringify(list)).not.toContain(one);
});

test('totals have a column for each thing asked by, the grand total of the answer, and their runs', async () => {
  const none = { month: null, position: null, source: null, payee: null };
  gateway.services.answer(getAllowanceTotals, () => ({
    rows: [
      {
        ...{ ...none, unit: { ...commune, code: '07192' }, item: 'monthly-support' as const },
        ...{ people: 6, lines: 6, amount: 9_000_000 },
      },
    ],
    total: { people: 7, lines: 9, amount: 12_000_000 },
    runs: [{ id, month: '2026-09', state: 'closed' }],
    version: '0a1b2c3d4e5f',
    illustrative: true,
  }));
  const asked = 'from=2026-07&to=2026-09&by=unit,item&restate=2026-09-30';
  const book = await bookOf(`/allowance-totals.xlsx?${asked}`);
  expect(book.about).toEqual([
    'TỔNG HỢP CHI CHO LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    'Chi từ tháng 07/2026 đến tháng 09/2026',
    'Số liệu minh họa',
    'Theo đơn vị hành chính ngày 30/09/2026',
    'Phiên bản số liệu: 0a1b2c3d4e5f',
    `Theo các bảng chi: 09/2026 (đã khóa sổ, ${id})`,
  ]);
  expect(book.headings).toEqual([
    ...['STT', 'Đơn vị hành chính', 'Khoản chi', 'Số người', 'Số dòng chi', 'Số tiền (đồng)'],
  ]);
  expect(book.list).toMatchObject([
    { 'Đơn vị hành chính': unit, 'Số tiền (đồng)': 9_000_000 },
    { 'Đơn vị hành chính': 'TỔNG CỘNG', 'Số người': 7, 'Số tiền (đồng)': 12_000_000 },
  ]);
});
