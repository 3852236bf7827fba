import type { AddressList, Commune, OldCommune } from './address-list.ts';
import { grouped } from './group.ts';
import { contains, type Point, type Ring } from './plane.ts';
import { createRandom, type Random } from './random.ts';
import { createVillageNames } from './village-name.ts';
import type { Ground } from './territory.ts';

/** What a list of units says of a village. */
export type VillageEntry = {
  name: string;
  kind: string;
  commune: Commune;
  households: number;
  population: number;
};
/** An invented village: one code and one place for good; name, kind and parent as of each list. */
export type Village = {
  code: string;
  lon: number;
  lat: number;
  old: VillageEntry & { commune: OldCommune };
  new: VillageEntry;
};

const householdsPerVillage = { lowland: 245, mountain: 172 };
const liveliness: Record<string, number> = { xã: 1, 'thị trấn': 1.35, phường: 1.45 };
const fewest = 62;
const most = 465;
const farAway = Number.MAX_VALUE;

function scatter(random: Random, ring: Ring, count: number): Point[] {
  const range = (axis: 0 | 1) => {
    const values = ring.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const [[west, east], [south, north]] = [range(0), range(1)];
  const points: Point[] = [];
  while (points.length < count) {
    const point = [random.between(west, east), random.between(south, north)] as const;
    if (contains(ring, point)) points.push(point);
  }
  return points;
}

function nearest(points: readonly Point[], [x, y]: Point): number {
  let best = 0;
  let least = farAway;
  for (let index = 0; index < points.length; index++) {
    const point = points[index]!;
    const dx = point[0] - x;
    const dy = point[1] - y;
    const square = dx * dx + dy * dy;
    if (square >= least) continue;
    best = index;
    least = square;
  }
  return best;
}

/** Village centres spread over a commune, each with the share of its ground that lies nearest to it. */
function settle(random: Random, ring: Ring, count: number): { at: Point; share: number }[] {
  const points = scatter(random, ring, count * 36);
  let centres = random.shuffle(points).slice(0, count);
  let owned: Point[][] = [];
  for (let round = 0; round < 12; round++) {
    owned = centres.map(() => []);
    for (const point of points) owned[nearest(centres, point)]!.push(point);
    centres = owned.map((own, index) => {
      if (own.length === 0) return centres[index]!;
      const mean = (axis: 0 | 1) => own.reduce((sum, point) => sum + point[axis], 0) / own.length;
      const middle: Point = [mean(0), mean(1)];
      return own[nearest(own, middle)]!;
    });
  }
  return centres.map((at, index) => ({ at, share: owned[index]!.length / points.length }));
}

/** Law 30/2023/QH15 art. 2(1): thôn in communes, tổ dân phố in wards and (until July 2025) townships. */
function villageKind(random: Random, commune: Commune, mountain: boolean): string {
  if (commune.kind !== 'xã') return 'tổ dân phố';
  return mountain && random.chance(0.12) ? 'bản' : 'thôn';
}

function renamed(villages: Village[]): Village[] {
  const bearers = grouped(villages, (village) => `${village.new.commune.code} ${village.old.name}`);
  return villages.map((village) => {
    const { name, commune } = village.old;
    const alone = bearers.get(`${village.new.commune.code} ${name}`)!.length === 1;
    return alone
      ? village
      : { ...village, new: { ...village.new, name: `${name} ${commune.name}` } };
  });
}

function householdsOf(ground: Ground, grounds: readonly Ground[]): number {
  const pull = ({ code, kind, km2 }: Ground) =>
    Math.sqrt(Math.sqrt(km2)) * liveliness[kind]! * (1 + 0.1 * createRandom(`pull/${code}`).bell());
  const inDistrict = grounds.filter(({ district }) => district === ground.district);
  const total = inDistrict.reduce((sum, other) => sum + pull(other), 0);
  return (ground.district.households * pull(ground)) / total;
}

/** All villages of the demo; the 41 communes of the former Bắc Ninh have none. */
export function createVillages(
  list: AddressList,
  grounds: readonly Ground[],
  outlineOf: (commune: string) => Ring,
): Village[] {
  const communeNames = list.oldCommunes.map(({ name }) => name);
  const successors = new Map(list.newCommunes.map((commune) => [commune.code, commune]));
  const namesIn = new Map(
    list.newCommunes.map(({ code }) => {
      return [code, createVillageNames(createRandom(`names/${code}`), communeNames)] as const;
    }),
  );
  const villages = list.oldCommunes.flatMap((commune) => {
    const ground = grounds.find(({ code }) => code === commune.code)!;
    const random = createRandom(`villages/${commune.code}`);
    const mountain = ground.district.terrain === 'mountain';
    const households = householdsOf(ground, grounds);
    const count = Math.max(
      3,
      Math.round(households / householdsPerVillage[ground.district.terrain]),
    );
    const successor = successors.get(commune.successor)!;
    const setting = commune.kind === 'xã' ? (mountain ? 'mountain' : 'village') : 'town';
    const places = settle(random, outlineOf(commune.code), count)
      .sort((a, b) => b.at[1] - a.at[1])
      .map((place) => ({
        ...place,
        weight: (0.5 / count + place.share / 2) * random.between(0.45, 1.55),
      }));
    const total = places.reduce((sum, { weight }) => sum + weight, 0);
    return places.map(({ at: [lon, lat], weight }, index): Village => {
      const share = Math.round((households * weight) / total);
      const old = Math.min(most, Math.max(fewest, share));
      const later = Math.round(old * (1 + random.between(0, 0.03)));
      const size = random.between(3.7, 4.3);
      const name = namesIn.get(successor.code)!.draw(commune.code, setting);
      const kind = villageKind(random, commune, mountain);
      return {
        code: `${commune.code}${String(index + 1).padStart(3, '0')}`,
        lon: Number(lon.toFixed(5)),
        lat: Number(lat.toFixed(5)),
        old: { name, kind, commune, households: old, population: Math.round(old * size) },
        new: {
          name,
          commune: successor,
          households: later,
          population: Math.round(later * size),
          kind: successor.kind === 'phường' ? 'tổ dân phố' : 'thôn',
        },
      };
    });
  });
  return renamed(villages);
}
