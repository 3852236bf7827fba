import {
  getInstallation,
  getReportSheet,
  type IndicatorShape,
  type IndicatorValue,
  type SheetCell,
  sheetColumns,
  sheetMarks,
  takeReportSheet,
  valueOf,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { useGateway } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import excel from 'exceljs';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

const id = (n: number) => `0199f000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const shapes: [string, IndicatorShape][] = [
  ['ND1.03', 'count'],
  ['ND5.05', 'ratio'],
  ['ND7.01', 'months'],
  ['TC.05', 'flag'],
];
const value = (code: string, numerator: number | null, denominator: number | null = null) => ({
  ...{ code, numerator, denominator, noCase: false },
});
const noCase = { code: 'ND5.05', numerator: null, denominator: null, noCase: true };
const said = [
  [value('ND1.03', 1234.5), value('ND5.05', 3482, 3874), value('ND7.01', 1, 1), value('TC.05', 1)],
  [value('ND1.03', 0), noCase, value('ND7.01', 0, 1), value('TC.05', 0)],
  [],
];
const sheet: Output<typeof getReportSheet> = getReportSheet.output.parse({
  period: {
    ...{ id: id(2), provinceId: id(1), kindCode: 'LL-01', kindId: id(4), name: '2026-06' },
    ...{ from: '2026-05-15', to: '2026-06-14', cutOffOn: '2026-06-14', dueOn: '2026-06-17' },
    ...{ lateFrom: '2026-06-17T17:00:00.000Z', closesFrom: '2026-07-07T17:00:00.000Z' },
    ...{ workingDays: 3, resubmissionDays: 2, inUse: true, kindName: 'Biểu tháng của Tổ' },
  },
  form: {
    ...{ id: id(11), kindCode: 'LL-01', sender: 'team', unitId: null, certainty: 'D' },
    ...{ citation: 'Mặc định', validFrom: '2024-01-01', validTo: null },
    document: {
      checks: [],
      groups: [
        {
          ...{ name: 'Nắm tình hình', nameEn: '' },
          items: shapes.map(([code]) => ({
            ...{ code, mandatory: code !== 'TC.05', min: null, max: null, outlierPercent: null },
          })),
        },
      ],
    },
  },
  indicators: shapes.map(([code, shape]) => ({
    ...{ id: id(9), unitId: null, inUse: true, validFrom: '2024-01-01', validTo: null, code },
    ...{ name: `Chỉ tiêu ${code}`, nameEn: '', measure: 'vụ', shape, numerator: 'Số vụ thành' },
    ...{ denominator: ['ratio', 'months'].includes(shape) ? 'Số vụ tiếp nhận' : null },
    ...{ aggregation: 'sum', cycles: ['month'], levels: ['team'], target: null, direction: 'up' },
    ...{ zeroTolerance: false, source: 'team', certainty: 'C', citation: 'Đã công bố' },
  })),
  rows: said.map((values, n) => ({
    ...{ senderId: id(30 + n), name: `Tổ số ${n + 1}`, unitName: 'xã Lục Ngạn' },
    ...{ state: values.length > 0 ? 'submitted' : 'missing', version: values.length > 0 ? 2 : 0 },
    values,
  })),
});

beforeEach(() => {
  gateway.services.answer(getReportSheet, () => sheet);
  gateway.services.answer(getInstallation, () => ({
    ...{ kind: 'real' as const, empty: false },
    holds: { units: 1, boundaries: 1, instruments: 1, quotas: 1, teams: 1, workplaces: 1 },
  }));
});

async function workbook() {
  const { status, body } = await request(gateway.url)
    .get(`/api/report-sheets/${id(2)}.xlsx?sender=team&within=${id(6)}`)
    .set('authorization', gateway.signIn('commune-officer', [id(6)]).authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(status).toBe(200);
  const book = new excel.Workbook();
  await book.xlsx.load(body as never);
  return book.getWorksheet('Báo cáo')!;
}

/** What a program shows in a cell: of a formula, what it came to. */
function shown(cell: excel.Cell): SheetCell {
  const { value: own } = cell;
  if (own !== null && typeof own === 'object') return (cell.result as SheetCell) ?? null;
  return own as SheetCell;
}

test('a workbook has a row for each sender, and what stands is read back from its cells as it is', async () => {
  const page = await workbook();
  const columns = sheetColumns(
    sheet.form.document,
    new Map(shapes.map(([c, shape]) => [c, { shape }])),
  );
  let codes = 0;
  page.eachRow((row, n) => {
    if ((row.values as unknown[]).includes(sheetMarks.sender)) codes = n;
  });
  const keys = page.getRow(codes).values as string[];
  for (const [n, { senderId, version, values }] of sheet.rows.entries()) {
    const row = page.getRow(codes + 1 + n);
    expect(row.getCell(keys.indexOf(sheetMarks.sender)).value).toBe(senderId);
    expect(row.getCell(keys.indexOf(sheetMarks.version)).value).toBe(version);
    for (const [code, shape] of shapes) {
      const own = columns.filter((one) => one.code === code);
      const cells = Object.fromEntries(
        own.map(({ key, part }) => [part, shown(row.getCell(keys.indexOf(key)))]),
      );
      const { code: _, ...expected }: IndicatorValue & { code?: string } =
        (values as (IndicatorValue & { code: string })[]).find((one) => one.code === code) ??
        value(code, null);
      expect(valueOf(shape, cells)).toMatchObject({ value: expected });
    }
  }
});

test('headings say what is asked for, and the columns that only programs read are hidden', async () => {
  const page = await workbook();
  const headings: string[] = [];
  page.eachRow((row) => {
    if (row.getCell(1).value === 'Nơi gửi') headings.push(...(row.values as string[]).slice(1));
  });
  expect(headings).toContain('Chỉ tiêu ND1.03 (vụ)');
  expect(headings).toContain('Chỉ tiêu ND5.05: Số vụ tiếp nhận');
  expect(headings).toContain('Chỉ tiêu ND5.05: tỷ lệ (%)');
  expect(headings).toContain('Chỉ tiêu TC.05 (Có / Không)');
  const hidden = headings.flatMap((one, n) => (page.getColumn(n + 1).hidden ? [one] : []));
  expect(hidden).toEqual(['Bản số', 'Mã nơi gửi']);
});

test('a filled-in workbook is handed to the service, which says what came of it', async () => {
  const asked: unknown[] = [];
  gateway.services.answer(takeReportSheet, async ({ file, ...command }) => {
    asked.push({ ...command, bytes: (await gateway.files.read(file)).length });
    return { ...{ read: 3, sent: 2, unchanged: 1, empty: 0 }, findings: [], reports: [] };
  });
  const upload = (role: 'commune-officer' | 'auditor') =>
    request(gateway.url)
      .post(`/api/report-sheets/${id(2)}?sender=team&dryRun=true`)
      .set('authorization', gateway.signIn(role, [id(6)]).authorization)
      .attach('file', Buffer.from('PK'), 'bieu.xlsx');
  const answer = await upload('commune-officer');
  expect([answer.status, answer.body.sent]).toEqual([200, 2]);
  expect(asked).toMatchObject([{ periodId: id(2), sender: 'team', dryRun: true, bytes: 2 }]);
  expect((await upload('auditor')).status).toBe(403);
});
