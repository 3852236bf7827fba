import { expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import {
  choiceField,
  codeField,
  codesField,
  countField,
  dayField,
  decimalField,
  textField,
} from './table-field.ts';
import { readTable } from './table.ts';
import { type FixtureCell, xlsxOf } from './workbook-fixture.ts';
import { readWorkbook } from './workbook.ts';

const columns = {
  code: { headers: ['Mã đơn vị', 'Mã'], required: true, field: codeField() },
  name: { headers: ['Tên đơn vị', 'Tên'], required: true, field: textField(50) },
  kind: {
    headers: ['Loại'],
    field: choiceField({ xã: ['x.'], phường: ['p.'], bản: [], 'tổ dân phố': ['TDP'] }),
  },
  households: { headers: ['Số hộ'], field: countField() },
  lon: { headers: ['Kinh độ'], field: decimalField({ min: 102, max: 118 }) },
  founded_on: { headers: ['Ngày thành lập'], field: dayField() },
  village_codes: { headers: ['Mã thôn'], field: codesField() },
} as const;

const tableOf = async (...rows: FixtureCell[][]) =>
  readTable((await readWorkbook(await xlsxOf({ name: 'DS', rows }), 'list')).sheets, columns, [
    ['code'],
  ]);
const csvOf = async (text: string) =>
  readTable((await readWorkbook(strToU8(text), 'list')).sheets, columns);
const told = ({ problems }: { problems: { code: string; at: string | null }[] }) =>
  problems.map(({ code, at }) => `${code} ${at}`);

test('a list is read by the names of its columns, below titles and in any order', async () => {
  const { rows, problems, read } = await tableOf(
    ['DANH SÁCH ĐƠN VỊ'],
    [],
    ['STT', 'Số hộ', 'LOẠI', 'Tên đơn vị (*)', 'mã_đơn_vị', 'Kinh độ', 'Ngày thành lập', 'Mã thôn'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
    [1, '1.262', 'Xã', ' Tân  Lập ', '07201', '106,25', '01/7/2024', '07201001; 07201002'],
    [],
    [2, '', '', 'Chũ', '07202', 106.5, new Date(Date.UTC(2024, 6, 1)), ''],
  );
  expect(problems).toEqual([]);
  expect(read).toBe(2);
  expect(rows[0]).toMatchObject({
    at: 'DS!B5',
    places: { code: 'DS!E5', name: 'DS!D5' },
    values: {
      code: '07201',
      name: 'Tân Lập',
      kind: 'xã',
      households: 1262,
      lon: 106.25,
      founded_on: '2024-07-01',
      village_codes: ['07201001', '07201002'],
    },
  });
  expect(rows[1]?.values).toMatchObject({
    kind: null,
    households: null,
    village_codes: null,
    founded_on: '2024-07-01',
  });
});

test('a .csv with English names reads the same', async () => {
  const { rows, problems } = await csvOf('code;name;lon\r\n07201;"Tân Lập";106,25\r\n');
  expect(problems).toEqual([]);
  expect(rows[0]).toMatchObject({
    at: 'A2',
    values: { code: '07201', name: 'Tân Lập', lon: 106.25 },
  });
});

test('every bad cell of every row is told, with its column and value', async () => {
  const { rows, problems } = await tableOf(
    ['Mã', 'Tên', 'Loại', 'Số hộ', 'Kinh độ', 'Ngày thành lập', 'Mã thôn'],
    [7201, 'A', 'quận', -1, 'đông', '31/02/2024', 72],
    ['a b', '', 'xa', 1.5, 99, '2024', 'x;y z'],
    ['07203', 'C', 'TDP', 5, '', '', ''],
    [
      '07203',
      'D'.repeat(51),
      { error: '#N/A' },
      { formula: 'A1' },
      '',
      'ngày 1 tháng 7 năm 2024',
      '',
    ],
    ['07203', 'E'],
  );
  expect(rows.map(({ values }) => values.name)).toEqual(['C', 'E']);
  expect(told({ problems })).toEqual([
    ...[
      'code-is-number DS!A2',
      'value-unknown DS!C2',
      'negative-number DS!D2',
      'not-a-number DS!E2',
    ],
    ...['no-such-day DS!F2', 'code-is-number DS!G2'],
    ...['value-invalid DS!A3', 'value-missing DS!B3', 'not-a-whole-number DS!D3'],
    ...['number-out-of-range DS!E3', 'no-such-day DS!F3', 'value-invalid DS!G3'],
    ...['value-too-long DS!B5', 'cell-error DS!C5', 'formula-without-value DS!D5'],
    'value-twice DS!A6',
  ]);
  expect(problems[1]).toMatchObject({
    column: 'Loại',
    value: 'quận',
    allowed: expect.stringContaining('phường'),
  });
  expect(problems.at(-1)).toMatchObject({ column: 'Mã đơn vị', value: '07203', other: 'DS!A4' });
});

test('columns that are missing or unknown are one problem, with suggestions', async () => {
  const table = await tableOf(['Mã đơn vi', 'Tên', 'Số hộo', 'Màu'], ['1', 'A', 2, 'đỏ']);
  expect(table.problems).toMatchObject([
    {
      code: 'columns-unknown',
      columns: 'Số hộo; Màu',
      suggestions: 'Số hộo → Số hộ',
      severity: 'warning',
    },
  ]);
  const wrong = await tableOf(['Mả số đơn vị', 'Tênn', 'Màu'], ['1', 'A', 'đỏ']);
  expect(wrong.problems).toMatchObject([
    {
      code: 'columns-wrong',
      at: 'DS!A1',
      missing: 'Mã đơn vị; Tên đơn vị',
      unknown: 'Mả số đơn vị; Tênn; Màu',
      suggestions: 'Tênn → Tên đơn vị',
    },
  ]);
  expect(wrong.rows).toEqual([]);
  const twice = await tableOf(['Mã', 'Tên', 'Tên đơn vị'], ['1', 'A', 'B']);
  expect(twice.problems).toMatchObject([{ code: 'column-twice', field: 'name' }]);
});

test('a footer, a heading repeated and an empty list are not taken for rows', async () => {
  const table = await tableOf(['Mã', 'Tên'], ['01', 'A'], ['Mã', 'Tên'], ['Người lập biểu']);
  expect(table.rows).toHaveLength(1);
  expect(table.problems).toMatchObject([
    { code: 'row-not-understood', at: 'DS!A4', value: 'Người lập biểu' },
  ]);
  expect((await tableOf(['Mã', 'Tên'])).problems).toMatchObject([{ code: 'table-empty' }]);
});

test('sheets without the list are skipped aloud, hidden ones are mentioned', async () => {
  const bytes = await xlsxOf(
    { name: 'Hướng dẫn', rows: [['Điền vào các cột']] },
    {
      name: 'DS',
      rows: [
        ['Mã', 'Tên'],
        ['01', 'A'],
      ],
    },
    {
      name: 'Ẩn',
      rows: [
        ['Mã', 'Tên'],
        ['02', { formula: 'A1', result: 'B' }],
      ],
      hidden: true,
    },
  );
  const table = readTable((await readWorkbook(bytes, 'list')).sheets, columns);
  expect(table.rows.map(({ at }) => at)).toEqual(['DS!A2', 'Ẩn!A2']);
  expect(told(table)).toEqual([
    'sheet-skipped Hướng dẫn!A1',
    'sheet-hidden Ẩn!A1',
    'formula-cached Ẩn!A1',
  ]);
});

test('a commune merged over its villages counts for each of them', async () => {
  const rows = [
    ['Mã', 'Tên', 'Loại'],
    ['01', 'A', 'xã'],
    ['02', 'B', ''],
    ['03', 'C', ''],
  ];
  const bytes = await xlsxOf({ rows, merges: ['C2:C4'] });
  const table = readTable((await readWorkbook(bytes, 'list')).sheets, columns);
  expect(table.rows.map(({ values }) => values.kind)).toEqual(['xã', 'xã', 'xã']);
});

test('a list written as .csv and as .xlsx reads back the same', async () => {
  const code = fc.stringMatching(/^0[0-9]{4}$/);
  const name = fc.constantFrom(
    'Tân Lập',
    'Cẩm Giàng',
    'Nói "thế"',
    'Hai; ba',
    'Một, hai',
    "Ea H'Leo",
  );
  const row = fc.record({ code, name, households: fc.integer({ min: 0, max: 5_000_000 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { selector: (one) => one.code, minLength: 1, maxLength: 20 }),
      fc.constantFrom(',', ';', '\t'),
      async (made, delimiter) => {
        const lines = made.map((one) =>
          [one.code, `"${one.name.replaceAll('"', '""')}"`, one.households].join(delimiter),
        );
        const csv = await csvOf(
          `\ufeff${['Mã', 'Tên', 'Số hộ'].join(delimiter)}\n${lines.join('\n')}\n`,
        );
        const xlsx = await tableOf(
          ['Mã', 'Tên', 'Số hộ'],
          ...made.map((one) => [one.code, one.name, one.households]),
        );
        for (const table of [csv, xlsx]) {
          expect(table.problems).toEqual([]);
          expect(
            table.rows.map(({ values }) => [values.code, values.name, values.households]),
          ).toEqual(made.map((one) => [one.code, one.name, one.households]));
        }
      },
    ),
    { numRuns: 30 },
  );
});
