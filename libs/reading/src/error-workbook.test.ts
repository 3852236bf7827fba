import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { annexSheets, type FixtureGroup } from './annex-fixture.ts';
import { readAnnex } from './annex.rules.ts';
import { errorWorkbook } from './error-workbook.ts';
import { rowProblem } from './reading-problem.ts';
import { textField } from './table-field.ts';
import { readTable } from './table.ts';
import { type FixtureSheet, xlsxOf } from './workbook-fixture.ts';
import { readWorkbook } from './workbook.ts';

const texts = {
  heading: 'Lỗi',
  general: 'Lỗi chung',
  textOf: ({ code, at }: { code: string; at: string | null }) => `${code} tại ${at}`,
};
const groups: FixtureGroup[] = [
  {
    name: 'Huyện A',
    communes: [
      { name: 'Xã Một', villages: 2, teams: 2, leaders: 2, deputies: 2, ordinary: 3 },
      { name: 'Xã Hai', villages: 4, teams: 4, leaders: 4, deputies: 4, ordinary: 4 },
    ],
  },
];
const [annex] = annexSheets(groups, { districts: 'rows', footer: true });

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

test('each bad row says in red what is wrong, its cells are coloured, merges stay', async () => {
  const rows = (annex as FixtureSheet).rows.map((row) =>
    row[1] === 'Xã Hai' ? row.with(3, 'bốn').with(4, -1) : row,
  );
  const { sheets } = await readWorkbook(await xlsxOf({ ...annex, rows } as FixtureSheet), 'annex');
  const { problems } = readAnnex(sheets);
  const book = await opened(await errorWorkbook(sheets, problems, texts));
  const sheet = book.getWorksheet('Phụ lục');
  expect(sheet?.getCell('J4').value).toBe('Lỗi');
  expect(sheet?.getCell('J8').value).toBe(
    'not-a-number tại Phụ lục!D8\nnegative-number tại Phụ lục!E8',
  );
  expect(sheet?.getCell('J8').font.color?.argb).toBe('FFC00000');
  expect(sheet?.getCell('D8').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  expect(sheet?.getCell('D8').value).toBe('bốn');
  expect(sheet?.getCell('B5').master.address).toBe('B4');
  expect(sheet?.getCell('J7').value).toBeNull();
});

test('the workbook can be corrected and sent back, and a second time as well', async () => {
  const { sheets } = await readWorkbook(await xlsxOf(annex as FixtureSheet), 'annex');
  const good = readAnnex(sheets);
  expect(good.problems).toEqual([]);
  const notes = [
    rowProblem('unit-unknown', 'Phụ lục!B7', { unit: 'Xã Một' }),
    rowProblem('columns-unknown', 'Phụ lục!B4', {}),
  ];
  const once = await readWorkbook(await errorWorkbook(sheets, notes, texts), 'annex');
  expect(readAnnex(once.sheets)).toEqual(good);
  const twice = await readWorkbook(await errorWorkbook(once.sheets, notes, texts), 'annex');
  expect(twice.sheets).toEqual(once.sheets);
});

test('problems without a row have a sheet of their own, which the readers pass over', async () => {
  const rows = [['Tên'], ['A']];
  const { sheets } = await readWorkbook(await xlsxOf({ name: 'DS', rows }), 'list');
  const bytes = await errorWorkbook(sheets, [rowProblem('total-missing', null)], texts);
  const back = await readWorkbook(bytes, 'list');
  expect(back.sheets.map(({ name }) => name)).toEqual(['DS', 'Lỗi chung']);
  const columns = { name: { headers: ['Tên'], required: true, field: textField() } } as const;
  const { rows: read, problems } = readTable(back.sheets, columns);
  expect(read.map(({ values }) => values.name)).toEqual(['A']);
  expect(problems).toMatchObject([{ code: 'sheet-skipped' }]);
  const unreadable = await opened(await errorWorkbook([], [rowProblem('file-empty', null)], texts));
  expect(unreadable.getWorksheet('Lỗi chung')?.getCell('A2').value).toBe('file-empty tại null');
});

test('a .csv comes back as a workbook, and text that looks like a formula stays text', async () => {
  const csv = new TextEncoder().encode('Tên,Ghi chú\n"=1+1","@x"\n');
  const { sheets } = await readWorkbook(csv, 'list');
  const bytes = await errorWorkbook(sheets, [rowProblem('value-invalid', 'A2', {})], texts);
  const sheet = (await opened(bytes)).getWorksheet('Sheet1');
  expect(sheet?.getCell('A2').type).toBe(ExcelJS.ValueType.String);
  expect(sheet?.getCell('A2').value).toBe('=1+1');
  expect(sheet?.getCell('C2').value).toBe('value-invalid tại A2');
});

test('20,000 bad rows keep their errors beside them', async () => {
  const rows = [
    ['Mã', 'Tên'],
    ...Array.from({ length: 20_000 }, (_, index) => [`${index}`, `Thôn ${index}`]),
  ];
  const csv = new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'));
  const { sheets } = await readWorkbook(csv, 'list');
  const problems = rows
    .slice(1)
    .map((_, index) => rowProblem('value-invalid', `B${index + 2}`, {}));
  const bytes = await errorWorkbook(sheets, problems, texts);
  const back = await readWorkbook(bytes, 'list');
  expect(back.sheets[0]?.rows[20_000]?.[2]?.value).toBe('value-invalid tại B20001');
});
