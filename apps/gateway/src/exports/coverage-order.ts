import type { Coverage, Measured } from '@antt/contracts';
import { compareNames } from '@antt/kernel';

type Key = string | number | null;

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** What each column of the page is sorted by; nothing known comes last. */
const keys: Readonly<Record<string, (row: Measured) => Key>> = {
  name: ({ unit }) => unit.name,
  parent: ({ unit }) => unit.parentName,
  coverage: (row) => share(row.coveredVillages, row.villages),
  decided: ({ teams }) => teams.decided,
  active: ({ teams }) => teams.active,
  teams: difference,
  workplaces: ({ workplaces, teams }) => share(workplaces.teamsWith, teams.active),
  members: ({ members }) => members.decided,
  work: ({ work }) => work ?? null,
};

/** Too many or too few teams; unknown without a quota. */
export function difference({ teams }: Coverage): number | null {
  return teams.decided === null ? null : teams.active - teams.decided;
}

/** Rows in the order of the screen: `teams` upwards, `-teams` downwards; equal ones as they came. */
export function inOrder(rows: readonly Measured[], sort = ''): Measured[] {
  const down = sort.startsWith('-');
  const key = keys[down ? sort.slice(1) : sort];
  if (!key) return [...rows];
  const sign = down ? -1 : 1;
  return rows
    .map((row) => ({ row, at: key(row) }))
    .sort(({ at: a }, { at: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * compareNames(String(a), String(b));
    })
    .map(({ row }) => row);
}
