import type { AreaUnit } from '@antt/contracts';

type Named = AreaUnit & { name: string };

/** What came to an area and what left it; a unit whose days changed did both. */
export function areaChange(
  before: readonly AreaUnit[],
  after: readonly AreaUnit[],
  names: Readonly<Record<string, string>>,
): { added: Named[]; removed: Named[] } {
  return { added: missingIn(before, after, names), removed: missingIn(after, before, names) };
}

function missingIn(
  those: readonly AreaUnit[],
  these: readonly AreaUnit[],
  names: Readonly<Record<string, string>>,
): Named[] {
  const known = new Set(those.map(key));
  return these
    .filter((unit) => !known.has(key(unit)))
    .map(({ unitId, from, to }) => ({ unitId, from, to, name: names[unitId] ?? '' }));
}

function key({ unitId, from, to }: AreaUnit): string {
  return `${unitId} ${from} ${to}`;
}
