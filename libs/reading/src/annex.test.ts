import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annexSheets, type FixtureGroup, type FixtureQuota, sumOf } from './annex-fixture.ts';
import { findAnnexHeader } from './annex-header.rules.ts';
import { linesOf } from './annex-line.rules.ts';
import { type Annex, readAnnex } from './annex.rules.ts';
import { sharedFile, testOn } from './shared-fixture.ts';
import { placeOf, type Sheet, textOf } from './sheet.ts';
import { type FixtureCell, type FixtureSheet, xlsxOf } from './workbook-fixture.ts';
import { readWorkbook } from './workbook.ts';

const annexOf = async (...sheets: readonly FixtureSheet[]): Promise<Annex> =>
  readAnnex((await readWorkbook(await xlsxOf(...sheets), 'annex')).sheets);
const errorsOf = ({ problems }: Annex) => problems.filter(({ severity }) => severity === 'error');
const told = ({ problems }: Annex) => problems.map(({ code, at }) => `${code} ${at}`);

/** A commune with a split that adds up. */
const quota = (name: string, teams: number, ordinary = teams, villages = teams): FixtureQuota => ({
  name,
  villages,
  teams,
  leaders: teams,
  deputies: teams,
  ordinary,
});
const groups: FixtureGroup[] = [
  {
    name: 'Huyện Lục Ngạn',
    communes: [quota('Xã Tân Lập', 4), quota('Phì Điền', 3, 5), quota('TT Biển Động', 9)],
  },
  { name: 'Thị xã Chũ', communes: [quota('Phường Chũ', 14), quota('Xã Kiên Lao', 8)] },
];

/** A small table under one heading; rows are `[order, name, villages, teams, members, leaders, deputies, ordinary]`. */
const table = (...rows: FixtureCell[][]): FixtureSheet => ({
  name: 'PL',
  rows: [
    [
      'STT',
      'Tên xã, phường, thị trấn',
      'Số thôn',
      'Số Tổ',
      'Tổng số',
      'Tổ trưởng',
      'Tổ phó',
      'Tổ viên',
      'Ghi chú',
    ],
    ...rows,
  ],
});
const good = (order: FixtureCell, name: string): FixtureCell[] => [order, name, 2, 2, 6, 2, 2, 2];

testOn(
  ['samples/phu-luc-so-luong-to-192-xa.xlsx'],
  'the sample annex reads as 192 communes in 10 districts without a problem',
  async () => {
    const bytes = readFileSync(sharedFile('samples/phu-luc-so-luong-to-192-xa.xlsx'));
    const annex = readAnnex((await readWorkbook(bytes, 'annex')).sheets);
    expect(annex.problems).toEqual([]);
    expect(annex.rows).toHaveLength(192);
    expect(annex.groupTotals).toHaveLength(10);
    expect(annex.totals).toMatchObject({ teams: 2131, members: 6929, villages: 2131 });
    expect(annex.titles.at(-1)).toContain('01/2025/QĐ-UBND');
    expect(annex.rows[0]).toMatchObject({
      at: 'Phụ lục!B11',
      group: 'THÀNH PHỐ BẮC GIANG',
      members: 65,
    });
  },
);

const number = fc.integer({ min: 0, max: 2_000 });
const anyQuota = fc.record({
  name: fc.constant(''),
  villages: number,
  teams: fc.integer({ min: 1, max: 2_000 }),
  deputies: number,
  ordinary: number,
  leaders: number,
});
const anyGroups = fc
  .array(fc.array(anyQuota, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map((districts): FixtureGroup[] =>
    districts.map((communes, district) => ({
      name: `Huyện Số ${district + 1}`,
      communes: communes.map((one, index) => ({ ...one, name: `Xã Tên ${index + 1}` })),
    })),
  );
const anyLayout = fc.record({
  districts: fc.constantFrom('rows' as const, 'column' as const, 'sheets' as const),
  subtotals: fc.boolean(),
  numbering: fc.boolean(),
  text: fc.boolean(),
  formulas: fc.boolean(),
  total: fc.constantFrom('top' as const, 'bottom' as const, 'none' as const),
  footer: fc.boolean(),
});

test('an annex reads back to the numbers it was made from, whatever its layout', async () => {
  await fc.assert(
    fc.asyncProperty(anyGroups, anyLayout, async (made, layout) => {
      const annex = await annexOf(...annexSheets(made, layout));
      expect(errorsOf(annex)).toEqual([]);
      const read = annex.rows.map(
        ({ group, name, villages, teams, members, leaders, deputies, ordinary }) => [
          group?.toLowerCase(),
          name,
          ...[villages, teams, members, leaders, deputies, ordinary],
        ],
      );
      const expected = made.flatMap(({ name, communes }) =>
        communes.map((one) => [name.toLowerCase(), one.name, ...sumOf([one])]),
      );
      expect(read).toEqual(expected);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a subtotal and a total that are off are named with both numbers and the column', async () => {
  const [sheet] = annexSheets(groups, { districts: 'rows' });
  const rows = (sheet?.rows ?? []).map((row) =>
    row[1] === 'HUYỆN LỤC NGẠN' ? row.with(3, 17) : row[1] === 'TỔNG CỘNG' ? row.with(4, 999) : row,
  );
  const annex = await annexOf({ ...sheet, rows } as FixtureSheet);
  expect(errorsOf(annex)).toMatchObject([
    {
      code: 'group-total-off',
      at: 'Phụ lục!D6',
      column: 'Số Tổ bảo vệ ANTT',
      group: 'HUYỆN LỤC NGẠN',
      stated: 17,
      counted: 16,
    },
    { code: 'total-off', at: 'Phụ lục!E13', column: 'Số lượng thành viên / Tổng số', stated: 999 },
  ]);
});

test('districts in a merged column of their own, and in one that is only filled once', async () => {
  const [sheet] = annexSheets(groups, { districts: 'column', subtotals: true });
  const annex = await annexOf(sheet as FixtureSheet);
  expect(errorsOf(annex)).toEqual([]);
  expect(annex.rows.map(({ group }) => group)).toEqual([
    ...Array(3).fill('Huyện Lục Ngạn'),
    ...Array(2).fill('Thị xã Chũ'),
  ]);
  const once = await annexOf({ ...(sheet as FixtureSheet), merges: [] });
  expect(once.rows.map(({ group }) => group)).toEqual(annex.rows.map(({ group }) => group));
});

test('a sheet for each district, and one of sums, tie out together', async () => {
  const sheets = annexSheets(groups, { districts: 'sheets' });
  const sums = (off: number) => ({
    ...table(
      ...groups.map(({ name, communes }, index) => [`${index + 1}`, name, ...sumOf(communes)]),
      ['', 'Tổng cộng', ...sumOf(groups.flatMap(({ communes }) => communes)).with(1, 38 + off)],
    ),
    name: 'Tổng hợp',
  });
  expect((await annexOf(sums(0), ...sheets)).problems).toEqual([]);
  const annex = await annexOf(sums(1), ...sheets);
  expect(told(annex)).toEqual(['total-off Tổng hợp!D4']);
});

test('a commune twice in a district is named with its first place; in two districts it may stand', async () => {
  const annex = await annexOf(
    table(
      ['I', 'Huyện Yên Thế'],
      good(1, 'Xã Tân Hòa'),
      good(2, 'Thị trấn Bố Hạ'),
      good(3, 'xã  Tân Hoà'.normalize('NFD')),
      good(4, 'TT. Bố Hạ'),
      ['II', 'Huyện Lục Nam'],
      good(1, 'Xã Tân Hòa'),
      ['', 'Tổng cộng', 10, 10, 30, 10, 10, 10],
    ),
  );
  expect(annex.problems).toMatchObject([
    { code: 'unit-twice', at: 'PL!B5', other: 'PL!B3' },
    { code: 'unit-twice', at: 'PL!B6', other: 'PL!B4' },
  ]);
});

test.each([
  ['text that is no number', 'hai', 'not-a-number'],
  ['a negative number', -2, 'negative-number'],
  ['a negative number as text', '-2', 'negative-number'],
  ['a fraction', 2.5, 'not-a-whole-number'],
  ['a Vietnamese fraction', '2,5', 'not-a-whole-number'],
  ['an empty cell', '', 'value-missing'],
  ['an error', { error: '#REF!' as const }, 'cell-error'],
  ['a formula never calculated', { formula: 'A1' }, 'formula-without-value'],
  ['a day', new Date(Date.UTC(2025, 0, 2)), 'not-a-number'],
  ['more than a commune can have', 200_000, 'number-out-of-range'],
])('%s for teams is a problem at its cell', async (_, value, code) => {
  const annex = await annexOf(
    table(good(1, 'Xã A').with(3, value), good(2, 'Xã B'), ['', 'Cộng', 4, 4, 12, 4, 4, 4]),
  );
  expect(errorsOf(annex)).toMatchObject(
    [{ code, at: 'PL!D2', column: 'Số Tổ' }].concat(
      code === 'number-out-of-range' || code === 'value-missing'
        ? [{ code: 'total-off', at: 'PL!D4', column: 'Số Tổ' }]
        : [],
    ),
  );
});

test.each([
  ['1.262', 1262],
  ['1 262', 1262],
  ['1,262', 1262],
  ['12,0', 12],
  ['–', 0],
  [' 7 ', 7],
])('%p counts as %d', async (text, value) => {
  const annex = await annexOf(table(good(1, 'Xã A').with(2, text)));
  expect(annex.rows[0]?.villages).toBe(value);
});

test('positions that do not make up the members, and leaders that are not one a team', async () => {
  const annex = await annexOf(table([1, 'Xã A', 2, 2, 7, 2, 2, 2], [2, 'Xã B', 2, 2, 6, 1, 2, 3]));
  expect(annex.problems).toMatchObject([
    { code: 'members-do-not-add-up', at: 'PL!E2', stated: 7, counted: 6, severity: 'error' },
    { code: 'leaders-differ-from-teams', at: 'PL!F3', leaders: 1, teams: 2, severity: 'warning' },
    { code: 'total-missing', severity: 'warning' },
  ]);
});

test('members are the sum of the positions where they have no column', async () => {
  const rows = [
    ['Đơn vị', 'Số lượng Tổ', 'Tổ trưởng', 'Phó tổ trưởng', 'Tổ viên'],
    ['Xã A', 2, 2, 2, 5],
  ];
  const annex = await annexOf({ name: 'PL', rows });
  expect(annex.rows).toMatchObject([{ name: 'Xã A', teams: 2, members: 9, villages: null }]);
});

test('columns in any order, a heading of three rows, thôn and tổ dân phố counted apart', async () => {
  const rows: FixtureCell[][] = [
    ['Bảng 1. Số lượng Tổ bảo vệ an ninh, trật tự'],
    [
      'Ghi chú',
      'Thành viên Tổ bảo vệ ANTT (người)',
      '',
      '',
      '',
      'Tổ bảo vệ ANTT',
      'Số thôn, TDP',
      '',
      'Địa phương',
      'TT',
    ],
    ['', 'Tổng số', 'Trong đó', '', '', '(tổ)', 'Thôn, bản', 'Tổ dân phố', '', ''],
    ['', '', 'Thành viên', 'Tổ phó', 'Tổ trưởng', '', '', '', '', ''],
    ['(9)', '(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', 'A', 'B'].with(0, ''),
    ['x', 9, 5, 2, 2, 2, 1, 3, 'Xã A', 1],
  ];
  const merges = ['B2:E2', 'C3:E3', 'B3:B4', 'G2:H2', 'A2:A4', 'I2:I4', 'J2:J4'];
  const annex = await annexOf({ name: 'PL', rows, merges });
  expect(errorsOf(annex)).toEqual([]);
  expect(annex.rows).toMatchObject([
    {
      name: 'Xã A',
      note: 'x',
      villages: 4,
      teams: 2,
      members: 9,
      leaders: 2,
      deputies: 2,
      ordinary: 5,
    },
  ]);
});

test('no row is passed over: each is a commune, a district, a sum, a note or a problem', async () => {
  const annex = await annexOf(
    table(
      ['A', 'KHU VỰC MIỀN NÚI'],
      good(1, 'Xã A (*)'),
      [2, 'Xã B'],
      ['', '', 1, 1, 3, 1, 1, 1],
      ['', '', '', '', '', '', '', '', 'lạc chỗ'],
      [],
      ['3.', '3. Xã C', '1.000', 2, 6, 2, 2, 2],
      ['STT', 'Tên xã, phường, thị trấn', 'Số thôn', 'Số Tổ', 'Tổng số'],
      ['Xã D', '', 2, 2, 6, 2, 2, 2],
      ['(*) Xã mới thành lập'],
      [4, 'Xã E'],
      ['Nơi nhận:', '', '', '', '', '', 'TM. ỦY BAN NHÂN DÂN'],
    ),
  );
  expect(annex.rows.map(({ name }) => name)).toEqual(['Xã A', 'Xã C', 'Xã D']);
  expect(told(annex)).toEqual([
    'row-without-numbers PL!B4',
    'row-without-name PL!B5',
    'row-not-understood PL!I6',
    'row-without-numbers PL!B12',
    'total-missing null',
  ]);
  expect(annex.notes).toEqual([
    { at: 'PL!A11', text: '(*) Xã mới thành lập' },
    { at: 'PL!A13', text: 'Nơi nhận: TM. ỦY BAN NHÂN DÂN' },
  ]);
});

const scrap = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'Xã A',
    'TT. B',
    'Huyện C',
    'I',
    'IV.',
    'Cộng',
    'TỔNG CỘNG',
    'Tổng huyện C',
  ),
  fc.constantFrom('Ghi chú: x', '(1)', '-', '2,5', '1.262', 'STT', 'Số Tổ', 'Người lập', 'Tỉnh D'),
  fc.integer({ min: -1, max: 40 }),
);

test('whatever stands in the rows, each filled one is a line or a problem at its place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(scrap, { minLength: 9, maxLength: 10 }), { maxLength: 12 }),
      (made) => {
        const rows = [...table().rows, ...made].map((row) =>
          row.map((value) => (value === '' ? null : { value: value as string | number })),
        );
        const sheet: Sheet = { name: 'PL', hidden: false, rows, merges: [] };
        const header = findAnnexHeader(sheet);
        if (!header) throw new Error('the heading must be found');
        const { lines, problems } = linesOf(sheet, header);
        const named = new Set([...lines, ...problems].map(({ at }) => placeOf(at ?? '')?.row));
        const heading = rows[0]?.map(textOf) ?? [];
        rows.forEach((cells, row) => {
          const texts = cells.map(textOf).filter((text) => text !== '');
          const isHeading = texts.every((text) => heading.includes(text));
          if (row > header.bottom && texts.length > 0 && !isHeading) expect(named).toContain(row);
        });
        expect(() => readAnnex([sheet])).not.toThrow();
      },
    ),
    { numRuns: 500 },
  );
});

test('communes called Cộng Hòa and Tổng Cọt are no sums', async () => {
  const annex = await annexOf(
    table(good(1, 'Cộng Hòa'), good(2, 'Tổng Cọt'), good('', 'Xã Công Bằng')),
  );
  expect(annex.rows.map(({ name }) => name)).toEqual(['Cộng Hòa', 'Tổng Cọt', 'Xã Công Bằng']);
});

test('a district without communes and one begun again are told', async () => {
  const annex = await annexOf(
    table(
      ['I', 'Huyện A'],
      good(1, 'Xã A'),
      ['II', 'Huyện B', 3, 3, 9, 3, 3, 3],
      ['III', 'Huyện C'],
      good(1, 'Xã C'),
      ['IV', 'HUYỆN A'],
      good(1, 'Xã D'),
    ),
  );
  expect(annex.problems).toMatchObject([
    { code: 'group-without-rows', at: 'PL!B4', group: 'Huyện B' },
    { code: 'group-twice', at: 'PL!B7', other: 'PL!B2' },
    { code: 'total-missing' },
  ]);
});

test('sums of each district at its end are not taken for the whole', async () => {
  const sum = ['', 'Tổng cộng', 2, 2, 6, 2, 2, 2];
  const annex = await annexOf(
    table(['I', 'Huyện A'], good(1, 'Xã A'), sum, ['II', 'Huyện B'], good(1, 'Xã B'), sum),
  );
  expect(told(annex)).toEqual(['total-missing null']);
  const named = await annexOf(
    table(good(1, 'Xã A'), good(2, 'Xã B'), ['', 'Tổng cộng toàn tỉnh', 4, 5, 12, 4, 4, 4]),
  );
  expect(told(named)).toEqual(['total-off PL!D4']);
});

test('formulas count by their last result and are mentioned once', async () => {
  const annex = await annexOf(
    table(good(1, 'Xã A'), [
      '',
      'Cộng',
      2,
      { formula: 'SUM(D2:D2)', result: 2 },
      { formula: 'SUM(E2:E2)', result: 6 },
    ]),
  );
  expect(annex.problems).toMatchObject([
    { code: 'formula-cached', at: 'PL!D3', count: 2, severity: 'warning' },
  ]);
});

test('a number merged over two communes belongs to neither', async () => {
  const annex = await annexOf({ ...table(good(1, 'Xã A'), good(2, 'Xã B')), merges: ['D2:D3'] });
  expect(errorsOf(annex)).toMatchObject([{ code: 'number-merged', at: 'PL!D3' }]);
});

test('columns that are missing, doubled or unknown are named', async () => {
  const missing = await annexOf({
    name: 'PL',
    rows: [
      ['STT', 'Đơn vị', 'Tổ trưởng', 'Diện tích'],
      [1, 'Xã A', 2, 3],
    ],
  });
  expect(missing.problems).toMatchObject([
    {
      code: 'columns-wrong',
      at: 'PL!B1',
      missing: 'Số Tổ; Số lượng thành viên',
      unknown: 'Diện tích',
    },
  ]);
  const twice = await annexOf({
    name: 'PL',
    rows: [
      ['Xã', 'Số tổ', 'Số người', 'Xã', 'Số tổ', 'Số người'],
      ['A', 1, 3, 'B', 1, 3],
    ],
  });
  expect(twice.problems.map(({ code, field }) => [code, field])).toEqual([
    ['column-twice', 'name'],
    ['column-twice', 'teams'],
    ['column-twice', 'members'],
  ]);
  const more = await annexOf({
    name: 'PL',
    rows: [
      ['Xã', 'Số tổ', 'Số người', 'Đảng viên'],
      ['A', 1, 3, 2, '', 'cạnh bảng'],
    ],
  });
  expect(more.problems).toMatchObject([
    { code: 'columns-unknown', columns: 'Đảng viên; F', severity: 'warning' },
    { code: 'total-missing' },
  ]);
});

test('a cover sheet is skipped aloud, a sheet of numbers without a heading is an error', async () => {
  const cover = { name: 'Bìa', rows: [['PHỤ LỤC'], ['năm', 2025]] };
  const rest = { name: 'Tiếp', rows: [[3, 'Xã C', 2, 2]] };
  const annex = await annexOf(cover, table(good(1, 'Xã A')), rest, { name: 'Trống', rows: [] });
  expect(annex.problems).toMatchObject([
    { code: 'sheet-skipped', sheet: 'Bìa', severity: 'warning' },
    { code: 'sheet-not-read', sheet: 'Tiếp', severity: 'error' },
    { code: 'total-missing' },
  ]);
  const hidden = await annexOf({ ...table(good(1, 'Xã A')), hidden: true });
  expect(hidden.problems).toMatchObject([{ code: 'sheet-hidden' }, { code: 'total-missing' }]);
  expect((await annexOf(cover)).problems).toMatchObject([{ code: 'table-not-found', at: null }]);
  expect((await annexOf(table())).problems).toMatchObject([{ code: 'table-empty', at: null }]);
});
