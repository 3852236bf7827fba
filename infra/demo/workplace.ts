import { addDays, type PlainDate } from '@antt/kernel';
import { lastBeforeReform, merger, workday } from './calendar.ts';
import type { Cell } from './csv.ts';
import { grouped } from './group.ts';
import { contains, type Ring } from './plane.ts';
import { createRandom, type Random } from './random.ts';
import type { Team } from './team-history.ts';
import { teamCode } from './team.ts';
import type { Village } from './village.ts';
import { watchedCommune } from './watched.ts';

export const workplaceColumns = [
  'code',
  'name',
  'kind',
  'village_code',
  'team_codes',
  'lon',
  'lat',
  'address',
  'valid_from',
  'valid_to',
] as const;
type WorkplaceKind = 'office' | 'culture-house' | 'police-office' | 'shared';
export type Workplace = {
  kind: WorkplaceKind;
  village: Village;
  teams: Team[];
  lon: number;
  lat: number;
  validFrom: PlainDate;
  /** The first day on which it is no longer used. */
  validTo: PlainDate | null;
};

const withoutWorkplace = 0.08;
/** So that the commune officer has something to put right. */
const neverHoused = teamCode(watchedCommune, 4);
/** Of a hundred workplaces; the rest are culture houses. */
const frequency = { office: 20, 'police-office': 5, shared: 10 };
const names: Record<WorkplaceKind, string> = {
  office: 'Trụ sở Tổ bảo vệ ANTT',
  'culture-house': 'Nhà văn hóa',
  'police-office': 'Phòng làm việc tại trụ sở Công an',
  shared: 'Điểm làm việc chung',
};

function drawKind(random: Random): WorkplaceKind {
  const draw = random.next() * 100;
  if (draw < frequency.office) return 'office';
  if (draw < frequency.office + frequency['police-office']) return 'police-office';
  return draw > 100 - frequency.shared ? 'shared' : 'culture-house';
}

/** A spot some hundred metres from the village's middle, never beyond the commune. */
function spot(random: Random, village: Village, outline: Ring): { lon: number; lat: number } {
  const { lon, lat } = village;
  const near = [
    lon + random.between(-0.0018, 0.0018),
    lat + random.between(-0.0018, 0.0018),
  ] as const;
  if (!contains(outline, near)) return { lon, lat };
  return { lon: Number(near[0].toFixed(5)), lat: Number(near[1].toFixed(5)) };
}

type Place = Pick<Workplace, 'kind' | 'teams' | 'validFrom' | 'validTo'>;

function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}

/** The workplaces of one team or, when shared, of two neighbours, one after the other in time. */
function story(random: Random, teams: Team[], kind: WorkplaceKind): Place[] {
  const founded = teams.map(({ foundedOn }) => foundedOn).reduce(later);
  const end = teams.length === 1 ? teams[0]!.dissolvedOn : null;
  const settled = addDays(founded, random.int(0, 45));
  const first: Place = { kind, teams, validFrom: settled, validTo: end };
  if (settled > '2025-01-01' || end !== null) return end && end <= settled ? [] : [first];
  const move = workday(random, '2025-02-03', lastBeforeReform);
  if (random.chance(0.025)) {
    const next: WorkplaceKind = kind === 'office' ? 'culture-house' : 'office';
    return [
      { ...first, validTo: move },
      { ...first, kind: next, validFrom: move },
    ];
  }
  return random.chance(0.015) ? [{ ...first, validTo: move }] : [first];
}

/** Where the teams work; some never had a place, some found one late, some moved out. */
export function createWorkplaces(
  teams: readonly Team[],
  outlineOf: (commune: string) => Ring,
): Workplace[] {
  const byCommune = grouped(teams, ({ villages }) => villages[0]!.old.commune.code);
  return [...byCommune].flatMap(([commune, own]) => {
    const random = createRandom(`workplaces/${commune}`);
    const waiting = [...own];
    const places: Place[] = [];
    for (let team = waiting.shift(); team; team = waiting.shift()) {
      if (team.code === neverHoused) continue;
      if (random.chance(withoutWorkplace)) {
        if (!random.chance(0.25) || team.dissolvedOn !== null) continue;
        const found = later(
          workday(random, '2025-08-04', lastBeforeReform),
          addDays(team.foundedOn, 30),
        );
        places.push({ kind: 'office', teams: [team], validFrom: found, validTo: null });
        continue;
      }
      const kind = drawKind(random);
      const next = waiting[0];
      const standing = next && team.dissolvedOn === null && next.dissolvedOn === null;
      if (kind === 'shared' && standing) {
        places.push(...story(random, [team, waiting.shift()!], 'shared'));
      } else {
        places.push(...story(random, [team], kind === 'shared' ? 'culture-house' : kind));
      }
    }
    return places.map((place) => {
      const village = place.teams[0]!.villages[0]!;
      return { ...place, village, ...spot(random, village, outlineOf(commune)) };
    });
  });
}

function addressOf(village: Village, on: PlainDate): string {
  const { kind, name, commune } = on < merger ? village.old : village.new;
  const place = `${kind} ${name}, ${commune.kind} ${commune.name}`;
  const district = village.old.commune.district;
  const rest =
    on < merger
      ? `${district[0]!.toLowerCase()}${district.slice(1)}, tỉnh Bắc Giang`
      : 'tỉnh Bắc Ninh';
  return `${place[0]!.toUpperCase()}${place.slice(1)}, ${rest}`;
}

/** One row a workplace; name and address as of its first day. */
export function workplaceRows(
  workplaces: readonly Workplace[],
): Record<(typeof workplaceColumns)[number], Cell>[] {
  return workplaces.map(({ kind, village, teams, lon, lat, validFrom, validTo }, index) => {
    const { kind: word, name, commune } = validFrom < merger ? village.old : village.new;
    const whose = kind === 'police-office' ? `${commune.kind} ${commune.name}` : `${word} ${name}`;
    return {
      code: `NLV-${String(index + 1).padStart(4, '0')}`,
      name: `${names[kind]} ${whose}`,
      kind,
      village_code: village.code,
      team_codes: teams.map(({ code }) => code).join(';'),
      lon,
      lat,
      address: addressOf(village, validFrom),
      valid_from: validFrom,
      valid_to: validTo,
    };
  });
}
