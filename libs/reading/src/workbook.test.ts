import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readingLimits } from './reading-limit.ts';
import { addressOf, placeOf, type Sheet } from './sheet.ts';
import { repacked, xlsxOf } from './workbook-fixture.ts';
import { readWorkbook } from './workbook.ts';

const values = (sheet: Sheet | undefined) =>
  sheet?.rows.map((row) => row.map((cell) => cell?.value ?? null));
const codes = async (bytes: Uint8Array, limits = readingLimits) =>
  (await readWorkbook(bytes, 'annex', limits)).problems.map(({ code }) => code);
/** Where the first entry of a zip's directory begins. */
const directoryOf = (zip: Uint8Array) =>
  Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
const small = [
  ['a', 1],
  ['b', 2],
];

test('a merged cell shows its value wherever it reaches', async () => {
  const bytes = await xlsxOf({
    rows: [
      ['Huyện', 'x'],
      ['', 'y'],
      ['', 'z'],
    ],
    merges: ['A1:A3'],
  });
  const { sheets } = await readWorkbook(bytes, 'annex');
  expect(values(sheets[0])).toEqual([
    ['Huyện', 'x'],
    ['Huyện', 'y'],
    ['Huyện', 'z'],
  ]);
  expect(sheets[0]?.rows[2]?.[0]?.merged).toBe(true);
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 2, right: 0 }]);
});

test('dates, formatted text, links, booleans and errors become plain values', async () => {
  const rows = [
    [
      new Date(Date.UTC(2025, 6, 1)),
      { richText: [{ text: 'Xã ' }, { text: 'Tân Lập', font: { bold: true } }] },
      { text: 'Xã Yên Mỹ', hyperlink: 'https://example.vn/' },
      true,
      { error: '#REF!' as const },
      '',
      12.5,
    ],
  ];
  const { sheets } = await readWorkbook(await xlsxOf({ rows }), 'annex');
  const cells = sheets[0]?.rows[0] ?? [];
  expect(cells.map((cell) => cell?.value ?? null)).toEqual([
    '2025-07-01',
    'Xã Tân Lập',
    'Xã Yên Mỹ',
    true,
    null,
    null,
    12.5,
  ]);
  expect(cells[4]?.error).toBe('#REF!');
});

test('a formula gives its last result and says so; one never calculated gives none', async () => {
  const rows = [
    [
      { formula: 'SUM(B1:B9)', result: 42 },
      { formula: 'A1&"x"', result: 'chữ' },
      { formula: 'B1', result: { error: '#DIV/0!' as const } },
      { formula: 'C1' },
    ],
  ];
  const { sheets } = await readWorkbook(await xlsxOf({ rows }), 'annex');
  expect(sheets[0]?.rows[0]).toEqual([
    { value: 42, formula: true },
    { value: 'chữ', formula: true },
    { value: null, error: '#DIV/0!', formula: true },
    { value: null, formula: true },
  ]);
});

test('a formula that came to nought is not one never calculated', async () => {
  const bytes = repacked(await xlsxOf({ rows: [[7]] }), (parts) => {
    const name = 'xl/worksheets/sheet1.xml';
    parts[name] = (parts[name] ?? '').replace('<v>7</v>', '<f>A2</f><v>0</v>');
  });
  for (const wholeRows of [0, 10]) {
    const { sheets } = await readWorkbook(bytes, 'annex', { ...readingLimits, wholeRows });
    expect(sheets[0]?.rows[0]).toEqual([{ value: 0, formula: true }]);
  }
});

test('a long list is streamed and reads the same as a whole one', async () => {
  const rows = [
    ['Tên', 'Ngày', 'Số', 'Công thức'],
    ...Array.from({ length: 300 }, (_, index) => [
      `Thôn ${index}`,
      new Date(Date.UTC(2025, 0, 1 + (index % 28))),
      index,
      { formula: 'A1', result: index / 4 },
    ]),
  ];
  const bytes = await xlsxOf(
    { name: 'Dài', rows, merges: ['A2:A4'] },
    { name: 'Hai', rows: small },
  );
  const whole = await readWorkbook(bytes, 'list');
  const streamed = await readWorkbook(bytes, 'list', { ...readingLimits, wholeRows: 10 });
  expect(streamed.sheets[1]).toEqual(whole.sheets[1]);
  expect(streamed.sheets[0]?.name).toBe('Dài');
  expect(values(streamed.sheets[0])).toEqual(values(whole.sheets[0]));
});

test('rows keep their numbers over gaps, and hidden sheets are told', async () => {
  const bytes = await xlsxOf(
    { rows: [['x'], [], [], ['y']] },
    { name: 'Ẩn', rows: small, hidden: true },
  );
  const { sheets } = await readWorkbook(bytes, 'annex');
  expect(values(sheets[0])).toEqual([['x'], [], [], ['y']]);
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Sheet1', false],
    ['Ẩn', true],
  ]);
});

test('sheets are found whatever the writing program calls their files', async () => {
  const bytes = await xlsxOf({ name: 'Một & hai', rows: small }, { name: 'Ba', rows: [['c']] });
  const odd = repacked(bytes, (parts) => {
    parts['xl/worksheets/data.xml'] = parts['xl/worksheets/sheet1.xml'] ?? '';
    delete parts['xl/worksheets/sheet1.xml'];
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '')
      .replace('worksheets/sheet1.xml', '/xl/worksheets/data.xml')
      .replace('worksheets/sheet2.xml', '/xl/worksheets/sheet2.xml');
    for (const name of ['xl/workbook.xml', 'xl/worksheets/data.xml']) {
      parts[name] = (parts[name] ?? '')
        .replace(/<(\/?)(?!\?)/gu, '<$1x:')
        .replace(' xmlns=', ' xmlns:x=');
    }
  });
  for (const limits of [readingLimits, { ...readingLimits, wholeRows: 0 }]) {
    const { sheets, problems } = await readWorkbook(odd, 'annex', limits);
    expect(problems).toEqual([]);
    expect(sheets.map((sheet) => [sheet.name, values(sheet)])).toEqual([
      ['Một & hai', small],
      ['Ba', [['c']]],
    ]);
  }
});

test('a broken print area or a missing drawing does not keep values from being read', async () => {
  const bytes = repacked(await xlsxOf({ rows: small }), (parts) => {
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">#REF!</definedName></definedNames>',
    );
    parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
      '</worksheet>',
      '<drawing r:id="rId9"/><legacyDrawing r:id="rId8"/></worksheet>',
    );
  });
  expect(values((await readWorkbook(bytes, 'annex')).sheets[0])).toEqual(small);
});

test.each([
  ['comma', 'Tên,Ghi chú\nXã A,"dòng 1\ndòng 2"\n\nXã B,"nói ""thế"""\n'],
  ['semicolon', 'Tên;Ghi chú\nXã A;"dòng 1\ndòng 2"\n\nXã B;"nói ""thế"""\n'],
  ['tab', 'Tên\tGhi chú\nXã A\t"dòng 1\ndòng 2"\n\nXã B\t"nói ""thế"""\n'],
])('a .csv with %s, its mark and quoted lines', async (_, text) => {
  const { sheets, problems } = await readWorkbook(
    strToU8(`\ufeff${text.replaceAll('\n', '\r\n')}`),
    'list',
  );
  expect(problems).toEqual([]);
  expect(values(sheets[0])).toEqual([
    ['Tên', 'Ghi chú'],
    ['Xã A', 'dòng 1\r\ndòng 2'],
    [null],
    ['Xã B', 'nói "thế"'],
  ]);
});

test('a .csv that is not UTF-8 is refused by name', async () => {
  expect(await codes(new Uint8Array([0x58, 0xe3, 0x20, 0x41]))).toEqual(['file-not-utf8']);
  expect(await codes(new Uint8Array([0xff, 0xfe, 0x58, 0x00]))).toEqual(['file-not-utf8']);
});

test.each([
  ['nothing', new Uint8Array(), 'file-empty'],
  ['an old or locked workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'workbook-old-or-locked'],
  ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('a') }), 'file-kind-unknown'],
  ['half a zip', zipSync({ 'a.txt': strToU8('a') }).slice(0, 40), 'archive-damaged'],
  ['a quote without end', strToU8('a,b\n"c'), 'csv-unreadable'],
])('%s is refused by name', async (_, bytes, code) => {
  expect(await codes(bytes)).toEqual([code]);
});

test('a zip bomb is refused from its directory, before it is inflated', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1_000) });
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  view.setUint32(directoryOf(bomb) + 24, 4_000_000_000, true);
  const before = process.memoryUsage().rss;
  expect(await codes(bomb)).toEqual(['archive-too-large']);
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  const many = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, new Uint8Array(500_000)]));
  expect(await codes(zipSync(many), { ...readingLimits, archiveBytes: 1_000_000 })).toEqual([
    'archive-too-large',
  ]);
});

test('a zip that lies about its size is stopped while inflating', async () => {
  const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(5_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(directoryOf(bytes) + 24, 1_000, true);
  expect(await codes(bytes)).toEqual(['archive-lies-about-its-size']);
});

test('an archive with a password is refused by name', async () => {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint16(directoryOf(bytes) + 8, 1, true);
  expect(await codes(bytes)).toEqual(['archive-encrypted']);
});

test('too many entries, two of one name, too many bytes: each has its name', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 2_100 }, (_, index) => [`xl/${index}`, new Uint8Array()]),
  );
  expect(await codes(zipSync(many))).toEqual(['archive-too-many-entries']);
  const twice = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/workbook.xmm': strToU8('<b/>') });
  const text = Buffer.from(twice).toString('latin1').replaceAll('workbook.xmm', 'workbook.xml');
  expect(await codes(Buffer.from(text, 'latin1'))).toEqual(['archive-damaged']);
  const limits = { ...readingLimits, uploadBytes: 10 };
  expect(await codes(strToU8('a,b,c,d,e,f,g'), limits)).toEqual(['file-too-large']);
});

test('more rows than an annex can have are refused, from .xlsx and .csv alike', async () => {
  const rows = Array.from({ length: 10_001 }, (_, index) => [`Xã ${index}`, 1]);
  const xlsx = await readWorkbook(await xlsxOf({ rows }), 'annex');
  expect(xlsx.problems).toMatchObject([{ code: 'too-many-rows', rows: 10_001, limit: 10_000 }]);
  const csv = await readWorkbook(strToU8(rows.map((row) => row.join(',')).join('\n')), 'annex');
  expect(csv.problems).toMatchObject([{ code: 'too-many-rows', limit: 10_000 }]);
  const ten = await readWorkbook(await xlsxOf({ rows: rows.slice(0, 10_000) }), 'annex');
  expect(ten.sheets[0]?.rows.length).toBe(10_000);
});

test('more cells than can be held are refused, from .xlsx and .csv alike', async () => {
  const limits = { ...readingLimits, cells: 50 };
  const rows = Array.from({ length: 20 }, () => [1, 2, 3]);
  expect(await codes(await xlsxOf({ rows }), limits)).toEqual(['too-many-cells']);
  expect(await codes(strToU8(','.repeat(60)), limits)).toEqual(['too-many-cells']);
  const wide = await xlsxOf({
    rows: [['x', ...Array(8).fill(1)], [], [], [], [], [], [1]],
    merges: ['A1:I7'],
  });
  expect(await codes(wide, limits)).toEqual(['too-many-cells']);
});

test('a merge over the whole sheet and a row numbered in the billions cost nothing', async () => {
  const bytes = await xlsxOf({ rows: small });
  const wide = repacked(bytes, (parts) => {
    parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    );
  });
  expect(values((await readWorkbook(wide, 'annex')).sheets[0])).toEqual([
    ['a', 'a'],
    ['a', 'a'],
  ]);
  const far = repacked(bytes, (parts) => {
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    parts['xl/worksheets/sheet1.xml'] = sheet.replace('<row r="2"', '<row r="4000000000"');
  });
  expect(await codes(far)).toEqual(['workbook-unreadable']);
});

test('places read back', () => {
  const sheet: Sheet = { name: 'Phụ lục 1!', hidden: false, rows: [], merges: [] };
  for (const column of [0, 25, 26, 701, 702]) {
    const at = addressOf(sheet, 11, column);
    expect(placeOf(at)).toEqual({ sheet: 'Phụ lục 1!', row: 11, column });
  }
  expect(addressOf({ ...sheet, name: '' }, 0, 27)).toBe('AB1');
  expect(placeOf('#12')).toBeNull();
});
