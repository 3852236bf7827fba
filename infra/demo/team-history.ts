import { addDays, type PlainDate } from '@antt/kernel';
import { lastBeforeReform, merger, workday, workingDay } from './calendar.ts';
import type { Cell } from './csv.ts';
import { grouped } from './group.ts';
import { createRandom, type Random } from './random.ts';
import { teamCode, teamName, type PlannedTeam } from './team.ts';
import type { Village } from './village.ts';
import { watchedCommune, watchedDistrict } from './watched.ts';

/** A team that was really founded; it no longer stands from `dissolvedOn` on. */
export type Team = {
  code: string;
  villages: Village[];
  foundedOn: PlainDate;
  decisionNumber: string;
  decisionSignedOn: PlainDate;
  dissolvedOn: PlainDate | null;
};

export const teamColumns = [
  'code',
  'name',
  'commune_code',
  'village_codes',
  'founded_on',
  'decision_number',
  'decision_signed_on',
  'dissolved_on',
] as const;

/** The share of communes that 2024 leaves short of teams. */
const shortCommunes = 0.12;
/** Successor communes that are short of teams to this day. */
const stillShort = 8;

/** A founding decision of the commune's chair (Law 30/2023/QH15 art. 14(5)); numbers grow within a year. */
function decision(random: Random, foundedOn: PlainDate, first: number) {
  const yearsDay =
    (Date.parse(foundedOn) - Date.parse(`${foundedOn.slice(0, 4)}-01-01`)) / 86_400_000;
  const number = `${first + Math.round(yearsDay)}-MH/QĐ-UBND`;
  return {
    foundedOn,
    decisionNumber: number,
    decisionSignedOn: workingDay(addDays(foundedOn, -random.int(0, 4))),
  };
}

type Lack = { planned: PlannedTeam; foundedOn: PlainDate | null };

/** Who stays without a team in 2024, and when (if ever) that was made good. */
function lacks(plan: readonly PlannedTeam[]): Map<PlannedTeam, Lack> {
  const random = createRandom('lacks');
  const byCommune = grouped(plan, ({ commune }) => commune);
  const roomy = [...byCommune.keys()].filter((commune) => byCommune.get(commune)!.length >= 6);
  const nearby = roomy.filter(
    ({ district, code }) => district === watchedDistrict.fullName && code !== watchedCommune,
  );
  const first = [
    ...roomy.filter(({ code }) => code === watchedCommune),
    ...random.shuffle(nearby).slice(0, 3),
  ];
  const rest = random.shuffle(roomy.filter((commune) => !first.includes(commune)));
  const short = [...first, ...rest].slice(0, Math.round(byCommune.size * shortCommunes));
  const successors = [...new Set(short.map(({ successor }) => successor))].slice(0, stillShort);
  const lacking = new Map<PlannedTeam, Lack>();
  for (const commune of short) {
    const missing = random.shuffle(byCommune.get(commune)!).slice(0, random.int(1, 3));
    missing.forEach((planned, index) => {
      const lasts = successors.includes(commune.successor) && index < 2;
      const madeGood = random.chance(0.25)
        ? workday(random, '2025-01-13', '2025-05-30')
        : workday(random, '2025-07-21', lastBeforeReform);
      lacking.set(planned, { planned, foundedOn: lasts ? null : madeGood });
    });
  }
  return lacking;
}

function foundings(plan: readonly PlannedTeam[]): Team[] {
  const lacking = lacks(plan);
  const byCommune = grouped(plan, ({ commune }) => commune);
  return [...byCommune].flatMap(([commune, own]) => {
    const random = createRandom(`foundings/${commune.code}`);
    const serial = random.int(3, 40);
    const first = workday(random, '2024-07-08', '2024-09-06');
    const waves = [first, workday(random, addDays(first, 14), '2024-10-25')];
    const decisions = waves.map((day) => decision(random, day, serial));
    return own.flatMap((planned): Team[] => {
      const lack = lacking.get(planned);
      if (lack && lack.foundedOn === null) return [];
      const late = lack?.foundedOn ? decision(random, lack.foundedOn, serial) : null;
      const founding = late ?? decisions[random.chance(0.7) ? 0 : 1]!;
      return [{ code: planned.code, villages: planned.villages, ...founding, dissolvedOn: null }];
    });
  });
}

/** In four communes two teams become one; in four others one is dissolved and its village waits for another. */
function upheavals(plan: readonly PlannedTeam[], teams: readonly Team[]): Team[] {
  const random = createRandom('upheavals');
  const founded = new Set(teams.map(({ code }) => code));
  const short = new Set(
    plan.filter(({ code }) => !founded.has(code)).map(({ commune }) => commune.code),
  );
  const changed = new Map<string, Team>();
  const merged: Team[] = [];
  [...short].sort().forEach((commune, index) => {
    const own = teams.filter((team) => team.villages[0]!.old.commune.code === commune);
    const [one, other] = random.shuffle(own.filter((team) => team.foundedOn < '2025-01-01'));
    const day = workday(random, '2025-11-03', lastBeforeReform);
    changed.set(one!.code, { ...one!, dissolvedOn: day });
    if (index % 2 === 1 || one!.villages[0]!.old.kind !== other!.villages[0]!.old.kind) return;
    changed.set(other!.code, { ...other!, dissolvedOn: day });
    const villages = [...one!.villages, ...other!.villages].sort((a, b) =>
      a.code < b.code ? -1 : 1,
    );
    const last = plan.filter((planned) => planned.commune.code === commune).length;
    const code = teamCode(commune, last + 1);
    merged.push({ code, villages, ...decision(random, day, 50), dissolvedOn: null });
  });
  return [...teams.map((team) => changed.get(team.code) ?? team), ...merged];
}

/** The teams of the demo from their founding in the second half of 2024 until the end of 2026. */
export function createTeams(plan: readonly PlannedTeam[]): Team[] {
  return upheavals(plan, foundings(plan)).sort((a, b) => (a.code < b.code ? -1 : 1));
}

export function standsOn(team: Team, on: PlainDate): boolean {
  return team.foundedOn <= on && (team.dissolvedOn === null || on < team.dissolvedOn);
}

/** One row a team; name and commune as of its founding. */
export function teamRows(teams: readonly Team[]): Record<(typeof teamColumns)[number], Cell>[] {
  return teams.map((team) => {
    const list = team.foundedOn < merger ? 'old' : 'new';
    return {
      code: team.code,
      name: teamName(team.villages, list),
      commune_code: team.villages[0]![list].commune.code,
      village_codes: team.villages.map(({ code }) => code).join(';'),
      founded_on: team.foundedOn,
      decision_number: team.decisionNumber,
      decision_signed_on: team.decisionSignedOn,
      dissolved_on: team.dissolvedOn,
    };
  });
}
