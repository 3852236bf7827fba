/** A number as people write it here: `1.500`, `1 500` and `0,5`. Undefined: no number; null: nothing there. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.trim();
  if (plain === '' || plain === '-' || plain === '–') return null;
  if (!/^(\d{1,3}([.\s]\d{3})+|\d{1,9})(,\d{1,6})?$/.test(plain)) return undefined;
  return Number(plain.replace(/[.\s]/g, '').replace(',', '.'));
}

/** The same number as it is typed: without grouping, with a decimal comma. */
export function writtenNumber(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}
