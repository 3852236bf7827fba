import { expect, test } from '@jest/globals';
import { repacked, xlsxOf } from './workbook-fixture.ts';
import { readWorkbook } from './workbook.ts';

const small = [
  ['a', 1],
  ['b', 2],
];
const codes = async (bytes: Uint8Array) =>
  (await readWorkbook(bytes, 'annex')).problems.map(({ code }) => code);

/** The first sheet's rows written otherwise. */
const sheetOf = async (data: string) =>
  repacked(await xlsxOf({ name: 'Tổ & thôn', rows: small }), (parts) => {
    const name = 'xl/worksheets/sheet1.xml';
    parts[name] = (parts[name] ?? '').replace(
      /<sheetData>.*<\/sheetData>/su,
      `<sheetData>${data}</sheetData>`,
    );
  });

test('a text longer than a cell can hold is refused in a moment, and its cell is named', async () => {
  const inline = (length: number) =>
    sheetOf(
      `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>${'a'.repeat(length)}</t></is></c></row>`,
    );
  const begun = Date.now();
  const { problems } = await readWorkbook(await inline(20_000_000), 'annex');
  expect(problems).toEqual([
    { code: 'cell-too-long', at: 'Tổ & thôn!B2', limit: 32_767, severity: 'error' },
  ]);
  expect(Date.now() - begun).toBeLessThan(20_000);
  expect(await codes(await inline(32_768))).toEqual(['cell-too-long']);
  expect(await codes(await inline(32_767))).toEqual([]);
});

test('a shared text is as long as a cell at most, however it is escaped and formatted', async () => {
  const shared = async (text: string) =>
    repacked(await xlsxOf({ rows: [['a', 'b']] }), (parts) => {
      const name = 'xl/sharedStrings.xml';
      parts[name] = (parts[name] ?? '').replace('<t>b</t>', `<r><t>&amp;</t></r><r>${text}</r>`);
    });
  const fitting = `<t>${'&quot;'.repeat(32_766)}</t>`;
  expect(await codes(await shared(fitting))).toEqual([]);
  const { problems } = await readWorkbook(await shared(fitting.replace('<t>', '<t>x')), 'annex');
  expect(problems).toMatchObject([{ code: 'cell-too-long', at: 'Sheet1!B1' }]);
});

test('cells far to the right, texts in wrappings and long remarks between cells are refused', async () => {
  const right = await sheetOf('<row r="1"><c r="XFE1"><v>1</v></c></row>');
  const { problems } = await readWorkbook(right, 'annex');
  expect(problems).toMatchObject([{ code: 'too-many-columns', at: 'Tổ & thôn' }]);
  const wide = Array.from(
    { length: 300 },
    (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
  );
  expect(await codes(await sheetOf(wide.join('')))).toEqual(['too-many-cells']);
  const wrapped = '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>';
  expect(await codes(await sheetOf(wrapped))).toEqual(['workbook-unreadable']);
  const remark = `<row r="1"><c r="A1"><v>1</v></c></row><!--${' '.repeat(400_000)}-->`;
  expect(await codes(await sheetOf(remark))).toEqual(['cell-too-long']);
});
