import type { FormDocument } from './form.ts';
import { percentOf } from './indicator.rules.ts';
import type { IndicatorDefinition, IndicatorValue } from './indicator.ts';

/**
 * Reports of a period as a workbook: a row for each sender, a column for each number. The line of codes says which column
 * is which, whatever the headings above it have become; who writes the file and who reads it go by these rules.
 */
export const sheetMarks = { sender: 'MÃ NƠI GỬI', version: 'BẢN SỐ' } as const;

/** Said of a share in place of its number above the line. */
export const noCaseWord = 'KPS';
const noCaseWords = [noCaseWord.toLowerCase(), 'không phát sinh'];
const flagWords = { yes: 'Có', no: 'Không' } as const;

export type SheetPart = 'numerator' | 'denominator' | 'percent';
type Shape = IndicatorDefinition['shape'];
export type SheetColumn = { key: string; code: string; shape: Shape; part: SheetPart };
export type SheetCell = string | number | null;
export type SheetCells = Readonly<Partial<Record<SheetPart, SheetCell>>>;

const endings: Record<SheetPart, string> = { numerator: '', denominator: '/MS', percent: '/TL' };

/** The columns of a form, in its order; a share has its two numbers, and what it comes to as a check. */
export function sheetColumns(
  { groups }: FormDocument,
  indicators: ReadonlyMap<string, { shape: Shape }>,
): SheetColumn[] {
  return groups.flatMap(({ items }) =>
    items.flatMap(({ code }) => {
      const { shape } = indicators.get(code) ?? { shape: 'count' as const };
      return partsOf(shape).map((part) => ({ key: `${code}${endings[part]}`, code, shape, part }));
    }),
  );
}

function partsOf(shape: Shape): SheetPart[] {
  if (shape === 'ratio') return ['numerator', 'denominator', 'percent'];
  return shape === 'months' ? ['numerator', 'denominator'] : ['numerator'];
}

/** What stands in the cells of a value; empty for what is not said. */
export function cellsOf(shape: Shape, value: IndicatorValue | undefined): SheetCells {
  if (!value) return {};
  if (value.noCase) return { numerator: noCaseWord };
  const { numerator, denominator } = value;
  if (shape === 'flag') {
    return { numerator: numerator === null ? null : numerator ? flagWords.yes : flagWords.no };
  }
  const percent = shape === 'ratio' ? percentOf(value) : null;
  return { numerator, denominator, percent: percent === null ? null : Number(percent) };
}

/** A value as its cells say it, or the parts that are no number. */
export type ReadCells =
  { value: IndicatorValue & { percent: number | null } } | { faults: SheetPart[] };

export function valueOf(shape: Shape, cells: SheetCells): ReadCells {
  const nothing = { numerator: null, denominator: null, percent: null };
  if (isNoCaseWord(cells.numerator ?? null)) return { value: { ...nothing, noCase: true } };
  const read = {
    numerator: shape === 'flag' ? flagOf(cells.numerator) : amountOf(cells.numerator),
    denominator: amountOf(cells.denominator),
    percent: percentIn(cells.percent),
  };
  const faults = (Object.keys(read) as SheetPart[]).filter((part) => read[part] === undefined);
  if (faults.length > 0) return { faults };
  const { numerator, denominator } = read as Record<SheetPart, number | null>;
  const percent = asPercent(read.percent!, numerator!, denominator!);
  return { value: { numerator: numerator!, denominator: denominator!, percent, noCase: false } };
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function isNoCaseWord(cell: SheetCell): boolean {
  return typeof cell === 'string' && noCaseWords.includes(tidy(cell).toLowerCase());
}

/** Undefined: no amount. At most two digits after the point, as reports take them. */
function amountOf(cell: SheetCell | undefined): number | null | undefined {
  const number = numberOf(cell);
  if (number === null || number === undefined) return number;
  const isAmount = Math.abs(number * 100 - Math.round(number * 100)) < 1e-6;
  return isAmount && number <= 999_999_999_999_999 ? number : undefined;
}

const percentIn = (cell: SheetCell | undefined) =>
  numberOf(typeof cell === 'string' ? cell.replace(/%\s*$/u, '') : cell);

function numberOf(cell: SheetCell | undefined): number | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  const text = tidy(cell).replace(/\s/gu, '');
  if (text === '') return null;
  // "1.234,5" as it is written here; "1234.5" as programs write it
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/u.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  return /^-?\d+([.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function flagOf(cell: SheetCell | undefined): number | null | undefined {
  if (typeof cell === 'number') return cell === 0 || cell === 1 ? cell : undefined;
  const word = tidy(cell ?? '').toLowerCase();
  if (word === '') return null;
  if (['có', 'x', '1'].includes(word)) return 1;
  return ['không', '0'].includes(word) ? 0 : undefined;
}

/** Whoever types "89,88 %" into a cell of percents has it stored as 0.8988: what is nearer is meant. */
function asPercent(said: number | null, numerator: number | null, denominator: number | null) {
  if (said === null || numerator === null || !denominator) return said;
  const share = (numerator * 100) / denominator;
  return Math.abs(said * 100 - share) < Math.abs(said - share) && said <= 1 ? said * 100 : said;
}
