/** The counts of a quota as they are typed; empty fields are null or missing. */
export type TypedCounts = Partial<
  Record<'teams' | 'members' | 'leaders' | 'deputies' | 'ordinary', number | null>
>;

/**
 * Leaders, deputies and ordinary members must make up all members once any of them is told; with all three
 * left out the decision simply does not split them.
 */
export function splitFault({ members, leaders, deputies, ordinary }: TypedCounts) {
  const parts = [leaders, deputies, ordinary];
  const told = parts.filter((part) => typeof part === 'number');
  if (told.length === 0 || typeof members !== 'number') return null;
  const counted = told.reduce((sum, part) => sum + part, 0);
  if (told.length < parts.length) return { fault: 'incomplete', counted, members } as const;
  return counted === members ? null : ({ fault: 'differs', counted, members } as const);
}

/** A team has one leader (Law 30/2023/QH15 Art. 16.1): other numbers are odd, and shown as such. */
export function leadersDiffer({ teams, leaders }: TypedCounts): boolean {
  return typeof teams === 'number' && typeof leaders === 'number' && teams !== leaders;
}
