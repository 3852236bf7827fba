import type { Act } from './step-form.tsx';

type Ballot = Extract<Act, { step: 'met' }>['ballot'];
export type BallotFieldsOf = {
  way: Ballot['way'];
  chairing: string;
  secretary: string;
  stamped?: boolean;
  counting?: { head: string; deputy: string; members: string[]; secretary: string };
};

/** A ballot as the council held it (law BR-79): only a secret one has stamped papers and a team that counts. */
export function ballotOf({ way, chairing, secretary, counting }: BallotFieldsOf): Ballot {
  if (way === 'hands' || !counting) return { way: 'hands', chairing, secretary };
  return { way, chairing, secretary, stamped: true, countingTeam: counting };
}

/** The fewest votes that pass somebody: more than half of those present (law BR-37). */
export const passMark = (present: number) => Math.floor(present / 2) + 1;
