import type { Coverage, CoveragePoint } from '@antt/contracts';

export type Point = Omit<CoveragePoint, 'on'>;
export type Descent = { predecessorId: string; successorId: string; share: number };
type Figures = Omit<Coverage, 'unit' | 'gaps'>;

const known = (values: (number | null)[]) => {
  const some = values.filter((value) => value !== null);
  return some.length === 0 ? null : some.reduce((sum, value) => sum + value, 0);
};

/** The figures of a row of coverage as one point in time. */
export function pointOf(row: Figures): Point {
  return {
    villages: row.villages,
    coveredVillages: row.coveredVillages,
    teamsDecided: row.teams.decided,
    teamsActive: row.teams.active,
    teamsWithWorkplace: row.workplaces.teamsWith,
    membersDecided: row.members.decided,
  };
}

/** Figures of several units together, each by its share, to the nearest whole. */
export function restated(parts: { point: Point; share: number }[]): Point {
  const of = (name: keyof Point) =>
    known(parts.map(({ point, share }) => (point[name] === null ? null : point[name] * share)));
  const whole = (name: keyof Point) => Math.round(of(name) ?? 0);
  const orNone = (name: keyof Point) => {
    const value = of(name);
    return value === null ? null : Math.round(value);
  };
  return {
    villages: whole('villages'),
    coveredVillages: whole('coveredVillages'),
    teamsDecided: orNone('teamsDecided'),
    teamsActive: whole('teamsActive'),
    teamsWithWorkplace: whole('teamsWithWorkplace'),
    membersDecided: orNone('membersDecided'),
  };
}

/** What a unit of the later day was on the earlier one, through every act between them. */
export function originsOf(id: string, descents: readonly Descent[]): Map<string, number> {
  const origins = new Map<string, number>();
  const parts = descents.filter(({ successorId }) => successorId === id);
  if (parts.length === 0) return origins.set(id, 1);
  for (const { predecessorId, share } of parts) {
    // A unit that takes in another and goes on stands among its own predecessors.
    const earlier =
      predecessorId === id
        ? new Map([[id, 1]])
        : originsOf(
            predecessorId,
            descents.filter((one) => one.successorId !== id),
          );
    for (const [origin, part] of earlier) {
      origins.set(origin, (origins.get(origin) ?? 0) + part * share);
    }
  }
  return origins;
}

/** Coverage of several communes as one. */
export function together(rows: readonly Figures[]): Figures {
  const sum = (of: (row: Figures) => number) => rows.reduce((total, row) => total + of(row), 0);
  const some = (of: (row: Figures) => number | null) => known(rows.map(of));
  return {
    villages: sum((row) => row.villages),
    coveredVillages: sum((row) => row.coveredVillages),
    teams: {
      norm: some(({ teams }) => teams.norm),
      decided: some(({ teams }) => teams.decided),
      active: sum(({ teams }) => teams.active),
    },
    members: {
      norm: some(({ members }) => members.norm),
      decided: some(({ members }) => members.decided),
      serving: some(({ members }) => members.serving),
      paid: some(({ members }) => members.paid),
    },
    workplaces: {
      teamsWith: sum(({ workplaces }) => workplaces.teamsWith),
      total: sum(({ workplaces }) => workplaces.total),
    },
    communes: {
      total: sum(({ communes }) => communes.total),
      teamsShort: sum(({ communes }) => communes.teamsShort),
      workplaceMissing: sum(({ communes }) => communes.workplaceMissing),
    },
  };
}
