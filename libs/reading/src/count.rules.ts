import type { ReadingProblemCode } from './reading-problem.ts';
import { type Cell, textOf } from './sheet.ts';

/** A whole number read from a cell; `null` where the cell is empty, a problem's code where it is none. */
export type Count = number | null | ReadingProblemCode;

/** Dots or commas (or spaces, removed before) between groups of three, and a fraction of zeros. */
const grouped = [/^(\d{1,3}(?:\.\d{3})+)(?:,0+)?$/u, /^(\d{1,3}(?:,\d{3})+)(?:\.0+)?$/u];
const plain = /^(\d+)(?:[.,]0+)?$/u;
const fraction = /^[\d.,]*\d[.,]\d+$/u;

/**
 * Numbers come as numbers or as text, with Vietnamese or English thousands separators (`1.262` is one
 * thousand two hundred and sixty-two); a lone dash is how accountants write nought.
 */
export function countOf(cell: Cell | null | undefined): Count {
  if (cell?.error) return 'cell-error';
  if (cell?.formula && cell.value === null) return 'formula-without-value';
  const value = cell?.value ?? null;
  if (value === null) return null;
  if (typeof value === 'boolean') return 'not-a-number';
  return typeof value === 'number' ? wholeNumber(value) : countOfText(textOf(cell));
}

function countOfText(shown: string): Count {
  const text = shown.replace(/[\s']/gu, '');
  if (text === '') return null;
  if (/^[-\u2010-\u2015]$/u.test(text)) return 0;
  const negative = /^[-\u2212](.*)$/u.exec(text);
  if (negative) {
    return typeof countOfText(negative[1] ?? '') === 'number' ? 'negative-number' : 'not-a-number';
  }
  const digits = [...grouped, plain].map((form) => form.exec(text)?.[1]).find((found) => found);
  if (digits) return wholeNumber(Number(digits.replace(/[.,]/gu, '')));
  return fraction.test(text) ? 'not-a-whole-number' : 'not-a-number';
}

function wholeNumber(value: number): Count {
  if (!Number.isFinite(value)) return 'not-a-number';
  if (value < 0) return 'negative-number';
  if (!Number.isInteger(value)) return 'not-a-whole-number';
  return value <= 1_000_000_000 ? value : 'number-out-of-range';
}
