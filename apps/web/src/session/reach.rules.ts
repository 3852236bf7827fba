import type { Me } from '@antt/contracts';

/**
 * Of the units above one that I may see, top first, those that lie in an area of mine as well. The others
 * have a name for me, and no profile to open.
 */
export function openAbove<Above extends { id: string }>(
  ancestors: readonly Above[],
  areas: Me['areas'],
): ReadonlySet<string> {
  const from = areas.some(({ whole }) => whole)
    ? 0
    : ancestors.findIndex(({ id }) => areas.some(({ unitIds }) => unitIds.includes(id)));
  return new Set(from < 0 ? [] : ancestors.slice(from).map(({ id }) => id));
}
