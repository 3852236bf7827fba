import type { FormDocument, Indicator, SenderKind } from '@antt/contracts';

/** What is wrong with a form: which indicator, and why. */
export type FormFault = {
  code: string;
  fault: 'unknown' | 'twice' | 'computed' | 'not-of-sender' | 'checked-but-absent' | 'bounds-cross';
};

/** Every indicator of the form, in its order. */
export function codesOf({ groups }: FormDocument): string[] {
  return groups.flatMap(({ items }) => items.map(({ code }) => code));
}

/** The first fault of a form among the indicators of its day; null where it can be filled in. */
export function formFault(
  document: FormDocument,
  sender: SenderKind,
  indicators: ReadonlyMap<string, Indicator>,
): FormFault | null {
  const codes = codesOf(document);
  for (const [n, code] of codes.entries()) {
    const indicator = indicators.get(code);
    if (!indicator) return { code, fault: 'unknown' };
    if (codes.indexOf(code) !== n) return { code, fault: 'twice' };
    // What the platform reckons itself nobody is asked for.
    if (indicator.source === 'computed') return { code, fault: 'computed' };
    // A team gives what it knows itself; figures that have to be verified come from who verifies.
    const mayGive = sender !== 'team' || indicator.source === 'team';
    if (!mayGive || !indicator.levels.includes(sender)) return { code, fault: 'not-of-sender' };
  }
  for (const { code, min, max } of document.groups.flatMap(({ items }) => items)) {
    if (min !== null && max !== null && min > max) return { code, fault: 'bounds-cross' };
  }
  const checked = document.checks.flatMap(({ left, right }) => [left, ...right]);
  const absent = checked.find((code) => !codes.includes(code));
  return absent ? { code: absent, fault: 'checked-but-absent' } : null;
}
