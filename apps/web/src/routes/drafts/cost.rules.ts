import type { MemberCost } from '@antt/contracts';

/** đồng a year. */
export type Cost = { allowance: number; insurance: number; state: number };

type Counts = { teams: number | null; members: number | null };
type Positions = { leaders: number | null; deputies: number | null; ordinary: number | null };

/**
 * What the numbers of a commune cost a year; null while nothing is known. A decision that does not divide its members is
 * read as one leader for each team, deputies as the province sets them, and the rest.
 */
export function costOf(
  { teams, members, leaders, deputies, ordinary }: Counts & Partial<Positions>,
  cost: MemberCost | undefined,
): Cost | null {
  if (!cost?.members || teams === null || members === null) return null;
  const first = leaders ?? Math.min(teams, members);
  const second = deputies ?? Math.min(teams * cost.deputiesPerTeam, Math.max(0, members - first));
  const rest = ordinary ?? Math.max(0, members - first - second);
  const { leader, deputy, ordinary: other } = cost.members;
  const sum = (of: keyof Cost) => first * leader[of] + second * deputy[of] + rest * other[of];
  return {
    allowance: sum('allowance') + teams * cost.team,
    insurance: sum('insurance'),
    state: sum('state'),
  };
}

/** Of the local budget; the State's share is not. */
export const localOf = ({ allowance, insurance }: Cost) => allowance + insurance;

export type CostTotal = Cost & {
  /** Communes with numbers in which no policy pays. */
  without: number;
};

/** Null where no commune's cost is known. */
export function totalCost<Row extends Counts>(
  rows: readonly Row[],
  of: (row: Row) => Cost | null,
): CostTotal | null {
  const total = { allowance: 0, insurance: 0, state: 0, without: 0 };
  let known = 0;
  for (const row of rows) {
    const cost = of(row);
    if (!cost) {
      if (row.teams !== null && row.members !== null) total.without += 1;
      continue;
    }
    known += 1;
    for (const part of ['allowance', 'insurance', 'state'] as const) total[part] += cost[part];
  }
  return known === 0 ? null : total;
}
