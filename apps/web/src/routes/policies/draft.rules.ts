import {
  type PayCondition,
  type PayItem,
  PayLine,
  type PayRate,
  PolicyDocument,
  type PolicyDocumentInput,
} from '@antt/contracts';

/** A document while it is typed: places may still be empty, which the contract then tells. */
export type Draft = PolicyDocument;
export type ConditionOf = PayCondition;

const rate = (): PayRate => ({ when: {}, value: { vnd: null as never }, note: '' });

/** A line that begins with one rate without an amount. */
export function newLine(item: PayItem, label: string, codes: readonly string[]): PayLine {
  const whole = PayLine.parse({ code: 'a', item, label, rates: [{ value: { vnd: 0 } }] });
  return { ...whole, code: freeCode(item, codes), label, rates: [rate()] };
}

/** What a new policy begins with. */
export function newDraft(label: string): Draft {
  const least: PolicyDocumentInput = {
    name: 'a',
    certainty: 'gazette',
    lines: [newLine('monthly-support', label, [])].map((line) => ({
      ...line,
      rates: [{ value: { vnd: 0 } }],
    })),
  };
  const whole = PolicyDocument.parse(least);
  return { ...whole, name: '', lines: [newLine('monthly-support', label, [])] };
}

/** A code that no line has yet; people do not see it, other lines refer by it. */
export function freeCode(wanted: string, codes: readonly string[]): string {
  if (!codes.includes(wanted)) return wanted;
  let n = 2;
  while (codes.includes(`${wanted}-${n}`)) n += 1;
  return `${wanted}-${n}`;
}

/** The list with one element moved a place up or down; as it was at its ends. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const to = at + by;
  if (to < 0 || to >= items.length) return [...items];
  return items.with(at, items[to]!).with(to, items[at]!);
}

/** A copy below; it is changed where it differs, usually by whom it is for. */
export const duplicated = <Item>(items: readonly Item[], at: number): Item[] =>
  items.toSpliced(at + 1, 0, items[at]!);

export function duplicatedLine(draft: Draft, at: number): Draft {
  const codes = draft.lines.map(({ code }) => code);
  const lines = duplicated(draft.lines, at);
  const copy = lines[at + 1]!;
  return { ...draft, lines: lines.with(at + 1, { ...copy, code: freeCode(copy.item, codes) }) };
}

/** Without a line, and without it where lines are only listed; an amount told by it is left to be mended. */
export function withoutLine(draft: Draft, at: number): Draft {
  const { code } = draft.lines[at]!;
  const others = (codes: readonly string[]) => codes.filter((one) => one !== code);
  return {
    ...draft,
    lines: draft.lines.toSpliced(at, 1).map((line) => ({
      ...line,
      includes: others(line.includes),
      cap: line.cap && { ...line.cap, sharedWith: others(line.cap.sharedWith) },
    })),
    exclusive: draft.exclusive
      .map((group) => ({ ...group, lines: others(group.lines) }))
      .filter(({ lines }) => lines.length > 1),
  };
}

/** A rate that is added below: like the last one, without its amount. */
export function addedRate(rates: readonly PayRate[]): PayRate[] {
  return [...rates, rate()];
}

/** A part of a condition; nothing said leaves it out. */
export function withCondition(
  when: PayCondition,
  field: keyof PayCondition,
  value: unknown,
): PayCondition {
  const { [field]: _, ...rest } = when;
  const empty =
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((one) => one === undefined || one === null));
  return empty ? rest : { ...rest, [field]: value };
}

/** "0.8" as 80; null where nothing is typed. */
export const readPercent = (times: string): number | null =>
  times === '' ? null : Math.round(Number(times) * 1e6) / 1e4;
export const writePercent = (percent: number | null): string =>
  percent === null ? '' : String(Math.round(percent * 1e4) / 1e6);

/** Amounts as they are written here: `1.400.000`, `1 400 000 đ`; undefined where there is none. */
export function readAmount(text: string): number | undefined {
  const plain = text.replace(/đồng|đ|vnđ|vnd/giu, '').trim();
  if (!/^\d{1,3}([.,\s]\d{3})+$|^\d{1,15}$/u.test(plain)) return undefined;
  return Number(plain.replace(/\D/gu, ''));
}

/** A column of amounts from a spreadsheet, from one rate on; new rates come where there are too few. */
export function pastedAmounts(rates: readonly PayRate[], at: number, text: string): PayRate[] {
  const amounts = text
    .trim()
    .split(/\r?\n/u)
    .map((row) =>
      row
        .split('\t')
        .map(readAmount)
        .findLast((one) => one !== undefined),
    )
    .filter((one) => one !== undefined);
  let next = [...rates];
  for (const [n, vnd] of amounts.entries()) {
    if (at + n >= next.length) next = addedRate(next);
    next[at + n] = { ...next[at + n]!, value: { vnd } };
  }
  return next;
}
