import type { CoverageGroup, listCoverageGroups } from '@antt/contracts';
import type { Output } from '@antt/kernel';

type Figures = Pick<
  CoverageGroup,
  'villages' | 'coveredVillages' | 'teams' | 'members' | 'workplaces' | 'communes'
>;
/** A group, or what lies in none of them. */
export type GroupRow = Figures & { group: CoverageGroup['group'] | null };

/** The figures a group is told by. */
export const groupFigures = [
  { id: 'communes', of: ({ communes }: Figures) => communes.total },
  { id: 'villages', of: ({ villages }: Figures) => villages },
  { id: 'covered', of: ({ coveredVillages }: Figures) => coveredVillages },
  { id: 'decided', of: ({ teams }: Figures) => teams.decided },
  { id: 'active', of: ({ teams }: Figures) => teams.active },
  { id: 'housed', of: ({ workplaces }: Figures) => workplaces.teamsWith },
  { id: 'members', of: ({ members }: Figures) => members.decided },
  { id: 'short', of: ({ communes }: Figures) => communes.teamsShort },
] as const;

/** The groups and, where communes lie in none of them, the rest: together they are the whole. */
export function withTheRest({ items, whole }: Output<typeof listCoverageGroups>): GroupRow[] {
  const left = (of: (figures: Figures) => number | null) => {
    const all = of(whole);
    return all === null ? null : all - items.reduce((sum, row) => sum + (of(row) ?? 0), 0);
  };
  const missing = (of: (figures: Figures) => number) => left(of) ?? 0;
  if (missing(({ communes }) => communes.total) <= 0) return [...items];
  const rest: GroupRow = {
    group: null,
    villages: missing(({ villages }) => villages),
    coveredVillages: missing(({ coveredVillages }) => coveredVillages),
    teams: {
      norm: left(({ teams }) => teams.norm),
      decided: left(({ teams }) => teams.decided),
      active: missing(({ teams }) => teams.active),
    },
    members: {
      norm: left(({ members }) => members.norm),
      decided: left(({ members }) => members.decided),
      serving: left(({ members }) => members.serving),
      paid: left(({ members }) => members.paid),
    },
    workplaces: {
      teamsWith: missing(({ workplaces }) => workplaces.teamsWith),
      total: missing(({ workplaces }) => workplaces.total),
    },
    communes: {
      total: missing(({ communes }) => communes.total),
      teamsShort: missing(({ communes }) => communes.teamsShort),
      workplaceMissing: missing(({ communes }) => communes.workplaceMissing),
    },
  };
  return [...items, rest];
}
