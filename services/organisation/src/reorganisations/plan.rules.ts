import type { ReorganisationPlan } from '@antt/contracts';

export type PlanError = { path: string; message: string };

/** Shares are given with a few decimals; what is missing to one by less than this is rounding. */
const rounding = 1e-3;

/**
 * What a plan says against itself: whoever ends goes on as a whole somewhere or nowhere, whoever goes on
 * gives away less than all, and nobody both ends and goes on.
 */
export function errorsOf({ founded, changed, ended, lineage }: ReorganisationPlan): PlanError[] {
  const [ends, begins] = [new Set(ended), new Set(founded.map(({ id }) => id))];
  const errors: PlanError[] = [
    ...repeated(ended, 'ended'),
    ...repeated(
      founded.map(({ id }) => id),
      'founded',
      'id',
    ),
    ...repeated(
      changed.map(({ id }) => id),
      'changed',
      'id',
    ),
    ...repeated(
      lineage.map(({ predecessorId: from, successorId: to }) => `${from} ${to}`),
      'lineage',
    ),
  ];
  changed.forEach(({ id }, n) => {
    if (ends.has(id)) errors.push({ path: `changed.${n}.id`, message: 'ends-that-day' });
    if (begins.has(id)) errors.push({ path: `changed.${n}.id`, message: 'begins-that-day' });
  });
  lineage.forEach(({ predecessorId, successorId }, n) => {
    const at = `lineage.${n}`;
    if (predecessorId === successorId) errors.push({ path: at, message: 'own-successor' });
    if (ends.has(successorId)) errors.push({ path: `${at}.successorId`, message: 'ends-that-day' });
    if (begins.has(predecessorId)) {
      errors.push({ path: `${at}.predecessorId`, message: 'begins-that-day' });
    }
  });
  for (const [id, share] of sharesOf(lineage)) {
    const whole = Math.abs(share - 1) <= rounding;
    if (ends.has(id) ? !whole : share >= 1 - rounding) {
      errors.push({
        path: `lineage[${id}]`,
        message: ends.has(id) ? 'shares-not-whole' : 'gives-all',
      });
    }
  }
  return errors;
}

/** How much of each predecessor goes elsewhere. */
export function sharesOf(lineage: ReorganisationPlan['lineage']): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { predecessorId, share } of lineage) {
    shares.set(predecessorId, (shares.get(predecessorId) ?? 0) + share);
  }
  return shares;
}

/** Units that stood before the act and are not the same after it. */
export function touchedBy({ founded, changed, ended, lineage }: ReorganisationPlan): string[] {
  const begun = new Set(founded.map(({ id }) => id));
  const ids = [
    ...ended,
    ...changed.map(({ id }) => id),
    ...lineage.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]),
  ];
  return [...new Set(ids)].filter((id) => !begun.has(id));
}

function repeated(keys: string[], path: string, field?: string): PlanError[] {
  const seen = new Set<string>();
  return keys.flatMap((key, n) => {
    const again = seen.has(key);
    seen.add(key);
    return again
      ? [
          {
            path: [path, n, field].filter((part) => part !== undefined).join('.'),
            message: 'twice',
          },
        ]
      : [];
  });
}
