import { PlainDate, nameKey, searchKey } from '@antt/kernel';
import { z } from 'zod';
import { countOf } from './count.rules.ts';
import type { Members, ReadingProblemCode } from './reading-problem.ts';
import type { CellValue } from './sheet.ts';

/** How a cell of a list becomes a value; an issue's message is a `ReadingProblemCode`. */
type Reading<T> = (value: string | number | boolean) => T | Refusal;

class Refusal {
  readonly code: ReadingProblemCode;
  readonly members: Members;

  constructor(code: ReadingProblemCode, members: Members = {}) {
    this.code = code;
    this.members = members;
  }
}

const refuse = (code: ReadingProblemCode, members: Members = {}) => new Refusal(code, members);

function field<T>(read: Reading<T>): z.ZodType<T, CellValue> {
  return z.custom<CellValue>().transform((value, context): T => {
    const read_ = value === null ? refuse('value-missing') : read(value);
    if (!(read_ instanceof Refusal)) return read_;
    context.addIssue({ code: 'custom', message: read_.code, params: read_.members });
    return z.NEVER;
  });
}

const tidy = (value: string | number | boolean) =>
  String(value).normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Text, NFC, spaces folded. */
export function textField(longest = 200): z.ZodType<string, CellValue> {
  return field((value) => {
    const text = tidy(value);
    return text.length <= longest ? text : refuse('value-too-long', { limit: longest });
  });
}

/**
 * A code: always text, leading zeros count. A spreadsheet that made it a number has dropped them; with
 * `digits` they are put back, without it is refused.
 */
export function codeField(digits?: number): z.ZodType<string, CellValue> {
  return field((value) => {
    if (typeof value !== 'number') return codeOf(tidy(value));
    if (digits === undefined || !Number.isInteger(value)) return refuse('code-is-number');
    return String(value).padStart(digits, '0');
  });
}

function codeOf(text: string): string | Refusal {
  if (text.length > 40) return refuse('value-too-long', { limit: 40 });
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(text) ? text : refuse('value-invalid');
}

/** Several codes in one cell, parted by `;` (or `,`). */
export function codesField(): z.ZodType<string[], CellValue> {
  return field((value) => {
    if (typeof value === 'number') return refuse('code-is-number');
    const codes = tidy(value)
      .split(/\s*[;,]\s*/u)
      .filter((code) => code !== '')
      .map(codeOf);
    const refused = codes.find((code) => code instanceof Refusal);
    return refused ?? (codes as string[]);
  });
}

/** A whole number from 0 to `most`, also as text with thousands separators. */
export function countField(most = 100_000_000): z.ZodType<number, CellValue> {
  return field((value) => {
    const count = countOf({ value });
    if (typeof count === 'string') return refuse(count);
    if (count === null) return refuse('value-missing');
    return count <= most ? count : refuse('number-out-of-range', { limit: most });
  });
}

/**
 * A number with decimals: `106.25` and `106,25`; both signs together are thousands and decimals
 * (`1.234,5`). A single dot is a decimal point, as programs write it.
 */
export function decimalField({
  min,
  max,
}: {
  min: number;
  max: number;
}): z.ZodType<number, CellValue> {
  return field((value) => {
    const number = typeof value === 'number' ? value : decimalOf(tidy(value));
    if (!Number.isFinite(number)) return refuse('not-a-number');
    const isInside = number >= min && number <= max;
    return isInside ? number : refuse('number-out-of-range', { limit: `${min} … ${max}` });
  });
}

function decimalOf(shown: string): number {
  const text = shown.replace(/\s/gu, '').replace(/^\u2212/u, '-');
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/u.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/u.test(text)) return Number(text.replaceAll(',', ''));
  if (/^-?\d{1,3}(\.\d{3}){2,}$/u.test(text)) return Number(text.replaceAll('.', ''));
  return /^-?\d+([.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

const dayForms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:T.*)?$/u,
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/u,
  /^(?:ngày )?(?<day>\d{1,2}) tháng (?<month>\d{1,2}) năm (?<year>\d{4})$/iu,
];

/** A day: a date cell, `2025-07-01`, or day before month as Vietnamese offices write (`01/7/2025`). */
export function dayField(): z.ZodType<PlainDate, CellValue> {
  return field((value) => {
    const text = tidy(value);
    const parts = dayForms.map((form) => form.exec(text)?.groups).find((groups) => groups);
    if (!parts) return refuse('no-such-day');
    const { year, month = '', day = '' } = parts;
    const read = PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return read.success ? read.data : refuse('no-such-day');
  });
}

/**
 * One of a few words. `words` gives for each value what a file may call it (the value itself always
 * counts); diacritics may be missing where that leaves one value only.
 */
export function choiceField<const T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
): z.ZodType<T, CellValue> {
  const options = (Object.entries(words) as [T, readonly string[]][]).flatMap(([value, names]) =>
    [value, ...names].map((name) => ({ value, name })),
  );
  // Of one name for two values the first counts.
  const exact = new Map(options.toReversed().map(({ name, value }) => [nameKey(name), value]));
  const near = new Map<string, Set<T>>();
  for (const { name, value } of options) {
    const key = searchKey(name);
    near.set(key, (near.get(key) ?? new Set<T>()).add(value));
  }
  const allowed = [...new Set(options.map(({ name }) => name))].join('; ');
  return field((value) => {
    const text = tidy(value);
    const found = exact.get(nameKey(text));
    if (found !== undefined) return found;
    const [only, ...more] = near.get(searchKey(text)) ?? [];
    return only !== undefined && more.length === 0 ? only : refuse('value-unknown', { allowed });
  });
}
