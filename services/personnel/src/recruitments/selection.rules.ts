import type { RecruitmentResult } from '@antt/contracts';

/** What share of the council must be there, as the province says; the stored text of the Circular breaks off. */
export type Quorum = '1/2' | '2/3';

const shares: Record<Quorum, [number, number]> = { '1/2': [1, 2], '2/3': [2, 3] };

/** A meeting is valid with more than the share of the council's members (law BR-80). */
export function isQuorate(present: number, size: number, quorum: Quorum): boolean {
  const [part, whole] = shares[quorum];
  return present * whole > size * part;
}

/** How few of the council may meet. */
export function leastPresent(size: number, quorum: Quorum): number {
  const [part, whole] = shares[quorum];
  return Math.floor((size * part) / whole) + 1;
}

export type Voted = { id: string; votes: number };

/**
 * More than half of the members present pass somebody (law BR-37); if more pass than there are places, the most
 * votes go first, and a tie at the cut is the council's to decide (law BR-38).
 */
export function selectionOf(
  voted: readonly Voted[],
  { present, places, chosen = [] }: { present: number; places: number; chosen?: readonly string[] },
): RecruitmentResult {
  const idsOf = (some: readonly Voted[]) => some.map(({ id }) => id);
  const passing = voted
    .filter(({ votes }) => votes * 2 > present)
    .sort((one, other) => other.votes - one.votes);
  const failed = idsOf(voted.filter(({ votes }) => votes * 2 <= present));
  if (passing.length <= places) {
    return { selected: idsOf(passing), passed: [], failed, tie: null };
  }
  const cut = passing[places - 1]!.votes;
  const above = passing.filter(({ votes }) => votes > cut);
  const level = passing.filter(({ votes }) => votes === cut);
  const left = places - above.length;
  const tie = level.length > left ? { ids: idsOf(level), places: left } : null;
  const taken = tie ? level.filter(({ id }) => chosen.includes(id)) : level;
  const selected = idsOf([...above, ...taken]);
  return {
    selected,
    passed: idsOf(passing).filter((id) => !selected.includes(id)),
    failed,
    tie,
  };
}
