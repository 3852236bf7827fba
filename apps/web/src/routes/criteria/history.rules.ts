type Members = Record<string, unknown>;

const isPart = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** The one place where two states of a document differ by a typed value; null where more has changed. */
export function changedPlace(before: unknown, after: unknown, place = ''): string | null {
  if (!isPart(before) || !isPart(after)) return place;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => before[name] !== after[name]);
  if (changed.length !== 1) return null;
  if (Array.isArray(before) && before.length !== (after as unknown as unknown[]).length)
    return null;
  return changedPlace(before[changed[0]!], after[changed[0]!], `${place}.${changed[0]!}`);
}
