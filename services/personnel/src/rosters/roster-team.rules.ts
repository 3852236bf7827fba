import type { RowProblem } from '@antt/contracts';
import { nameKey, searchKey, splitKind } from '@antt/kernel';
import type { RosterRow } from './roster-columns.ts';
import { finding } from './finding.ts';

/** A team that a row may mean, with every commune that it ever lay in. */
export type KnownTeam = { id: string; code: string; name: string; communes: Commune[] };
type Commune = { kind: string; name: string };

type Named = Pick<RosterRow, 'at' | 'places' | 'teamCode' | 'teamName' | 'communeName'>;

/**
 * Finds the team of each row: by its code, else by its name, letter by letter with diacritics, in the
 * commune that the row names. Rows that say the same are one question: the first one is told, and the
 * choice made for it holds for all.
 */
export function teamsOf(
  rows: readonly Named[],
  teams: readonly KnownTeam[],
  choices: Readonly<Record<string, string>> = {},
): { teamIds: (string | null)[]; problems: RowProblem[] } {
  const register = new TeamRegister(teams);
  const asked = new Map<string, { id: string | null; problem: RowProblem | null; rows: number }>();
  const keys = rows.map((row) => {
    const key = JSON.stringify([row.teamCode, row.teamName, row.communeName]);
    const known = asked.get(key);
    if (known) known.rows += 1;
    else {
      const chosen = register.byId.get(choices[placeOf(row)] ?? '');
      const found = chosen ? { id: chosen.id, problem: null } : register.find(row);
      asked.set(key, { ...found, rows: 1 });
    }
    return key;
  });
  return {
    teamIds: keys.map((key) => asked.get(key)!.id),
    problems: [...asked.values()].flatMap(({ problem, rows: count }) =>
      problem ? [{ ...problem, count }] : [],
    ),
  };
}

const placeOf = ({ at, places, teamCode }: Named) =>
  (teamCode ? places.teamCode : places.teamName) ?? at;

class TeamRegister {
  readonly byId: ReadonlyMap<string, KnownTeam>;
  private readonly byCode: ReadonlyMap<string, KnownTeam>;
  private names: ReadonlyMap<string, KnownTeam[]> | null = null;
  private looseNames: ReadonlyMap<string, KnownTeam[]> | null = null;

  constructor(private readonly teams: readonly KnownTeam[]) {
    this.byId = new Map(teams.map((team) => [team.id, team]));
    this.byCode = new Map(teams.map((team) => [team.code, team]));
  }

  // Most rosters name teams by their code: keys of every name are made only for one that does not.
  private get byName() {
    return (this.names ??= grouped(this.teams, ({ name }) => nameKey(name)));
  }

  private get byLooseName() {
    return (this.looseNames ??= grouped(this.teams, ({ name }) => searchKey(name)));
  }

  find(row: Named): { id: string | null; problem: RowProblem | null } {
    const { teamCode, teamName, communeName } = row;
    if (teamCode) {
      const team = this.byCode.get(teamCode);
      return team
        ? { id: team.id, problem: null }
        : this.refuse('roster-team-unknown', row, this.like(row));
    }
    const named = this.byName.get(nameKey(teamName ?? '')) ?? [];
    const meant = communeName ? named.filter((team) => liesIn(team, communeName)) : named;
    if (meant.length === 1) return { id: meant[0]!.id, problem: null };
    return meant.length === 0
      ? this.refuse('roster-team-unknown', row, this.like(row))
      : this.refuse('roster-team-ambiguous', row, meant);
  }

  /** Those of the commune that share most of the name, else of the same name elsewhere. */
  private like({ teamCode, teamName, communeName }: Named): KnownTeam[] {
    const wanted = searchKey(teamName ?? teamCode ?? '').split(' ');
    const here = communeName ? this.teams.filter((team) => liesIn(team, communeName)) : [];
    const near = here
      .map((team) => {
        const words = new Set(searchKey(`${team.name} ${team.code}`).split(' '));
        return { team, shared: wanted.filter((word) => words.has(word)).length };
      })
      .sort((a, b) => b.shared - a.shared);
    if (near.length > 0) return near.map(({ team }) => team);
    return teamName ? (this.byLooseName.get(searchKey(teamName)) ?? []) : [];
  }

  private refuse(code: string, row: Named, offered: readonly KnownTeam[]) {
    const candidates = offered.slice(0, 8).map(({ id, name, communes }) => ({
      id,
      name,
      parentName: communes.map(({ kind, name: own }) => `${kind} ${own}`).at(-1) ?? null,
    }));
    const team = [row.teamCode, row.teamName].filter(Boolean).join(' – ');
    const members = { team, commune: row.communeName ?? '–', candidates };
    return { id: null, problem: finding(code, placeOf(row), members) };
  }
}

function liesIn({ communes }: KnownTeam, said: string): boolean {
  const { kind, name } = splitKind(said, 'commune');
  return communes.some(
    (commune) =>
      (nameKey(commune.name) === nameKey(name) && (kind === null || kind === commune.kind)) ||
      nameKey(commune.name) === nameKey(said),
  );
}

function grouped(teams: readonly KnownTeam[], keyOf: (team: KnownTeam) => string) {
  const all = new Map<string, KnownTeam[]>();
  for (const team of teams) {
    const key = keyOf(team);
    const others = all.get(key);
    if (others) others.push(team);
    else all.set(key, [team]);
  }
  return all;
}
