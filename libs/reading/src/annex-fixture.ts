import type { FixtureCell, FixtureSheet } from './workbook-fixture.ts';

/** A commune's numbers, for tests. */
export interface FixtureQuota {
  name: string;
  villages: number;
  teams: number;
  leaders: number;
  deputies: number;
  ordinary: number;
}

export interface FixtureGroup {
  name: string;
  communes: readonly FixtureQuota[];
}

/** Ways in which offices lay out one and the same annex. */
export interface FixtureLayout {
  /** Rows with Roman numerals, a merged column of its own, or a sheet for each district. */
  districts: 'rows' | 'column' | 'sheets';
  /** `Cộng` below each district instead of numbers beside its name. */
  subtotals?: boolean;
  /** The row `(1) (2) (3)` below the heading. */
  numbering?: boolean;
  /** Numbers as text with dots between thousands. */
  text?: boolean;
  formulas?: boolean;
  total?: 'top' | 'bottom' | 'none';
  footer?: boolean;
}

const titles: FixtureCell[][] = [
  ['ỦY BAN NHÂN DÂN TỈNH', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['PHỤ LỤC: SỐ LƯỢNG TỔ BẢO VỆ ANTT, SỐ LƯỢNG THÀNH VIÊN TẠI TỪNG XÃ, PHƯỜNG, THỊ TRẤN'],
  ['(Kèm theo Quyết định số 99/2025/QĐ-UBND)'],
];
const footer: FixtureCell[][] = [[], ['Ghi chú: số liệu minh họa'], ['', 'TM. ỦY BAN NHÂN DÂN']];
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

export function sumOf(quotas: readonly FixtureQuota[]): number[] {
  return quotas
    .map(numbersOf)
    .reduce(
      (all, numbers) => all.map((value, index) => value + (numbers[index] ?? 0)),
      [0, 0, 0, 0, 0, 0],
    );
}

function numbersOf({ villages, teams, leaders, deputies, ordinary }: FixtureQuota): number[] {
  return [villages, teams, leaders + deputies + ordinary, leaders, deputies, ordinary];
}

/** The sheets of an annex that gives these numbers in that layout. */
export function annexSheets(
  groups: readonly FixtureGroup[],
  layout: FixtureLayout,
): FixtureSheet[] {
  if (layout.districts !== 'sheets') return [annexSheet('Phụ lục', groups, layout)];
  return groups.map((group) => annexSheet(group.name, [group], layout));
}

function annexSheet(
  name: string,
  groups: readonly FixtureGroup[],
  layout: FixtureLayout,
): FixtureSheet {
  const own = layout.districts === 'column' ? ['Huyện, thị xã, thành phố'] : [];
  const lead = own.length;
  const rows: FixtureCell[][] = [
    ...titles,
    [
      'STT',
      ...own,
      'Đơn vị hành chính',
      'Số thôn, tổ dân phố',
      'Số Tổ bảo vệ ANTT',
      'Số lượng thành viên',
      '',
      '',
      '',
      'Ghi chú',
    ],
    ['', ...own.map(() => ''), '', '', '', 'Tổng số', 'Tổ trưởng', 'Tổ phó', 'Tổ viên'],
  ];
  const merges = ['A2:H2', `A4:A5`, ...merged(lead)];
  if (layout.numbering) rows.push(Array.from({ length: 8 + lead }, (_, index) => `(${index + 1})`));
  const line = (order: FixtureCell, group: string, label: string, numbers: readonly number[]) =>
    rows.push([order, ...own.map(() => group), label, ...numbers.map(cellOf(layout))]);
  const all = groups.flatMap(({ communes }) => communes);
  if (layout.total === 'top') line('', '', 'TỔNG CỘNG', sumOf(all));
  groups.forEach((group, index) => {
    const sum = sumOf(group.communes);
    if (layout.districts === 'rows') {
      line(roman[index] ?? '', '', group.name.toUpperCase(), layout.subtotals ? [] : sum);
    }
    const first = rows.length + 1;
    group.communes.forEach((commune, place) =>
      line(place + 1, place === 0 ? group.name : '', commune.name, numbersOf(commune)),
    );
    if (lead > 0 && group.communes.length > 1) merges.push(`B${first}:B${rows.length}`);
    if (layout.subtotals && layout.districts !== 'sheets') line('', '', 'Cộng', sum);
  });
  if ((layout.total ?? 'bottom') === 'bottom') line('', '', 'TỔNG CỘNG', sumOf(all));
  if (layout.footer) rows.push(...footer);
  return { name, rows, merges };
}

/** The heading's merges, with `lead` columns before the name's. */
function merged(lead: number): string[] {
  const letter = (column: number) => String.fromCharCode(66 + lead + column);
  const down = [0, 1, 2, 7].map((column) => `${letter(column)}4:${letter(column)}5`);
  return [...down, ...(lead > 0 ? ['B4:B5'] : []), `${letter(3)}4:${letter(6)}4`];
}

function cellOf(layout: FixtureLayout): (value: number) => FixtureCell {
  return (value) => {
    // exceljs leaves out a result of nought
    if (layout.formulas && value > 0) return { formula: `${value}+0`, result: value };
    return layout.text ? String(value).replace(/\B(?=(\d{3})+$)/gu, '.') : value;
  };
}
