import type { AddressList } from './address-list.ts';
import { stepTo, strayStep } from './bearing.ts';
import { grouped } from './group.ts';
import { createMesh, type Mesh } from './mesh.ts';
import { winding } from './noise.ts';
import { partition, pieces, type Seed } from './partition.ts';
import { contains, signedArea, toPlane, type Point, type Ring } from './plane.ts';
import { districts, rim, type District } from './province.ts';
import { createRandom } from './random.ts';

/**
 * The smallest commune outlines of the demo: Bắc Giang's 192 communes of 2024, and the 41 communes of 2025 that
 * the former Bắc Ninh became (each its own successor).
 */
export type Ground = {
  code: string;
  kind: string;
  district: District;
  successor: string;
  km2: number;
};
export type Territory = { mesh: Mesh; grounds: Ground[]; groundOf: Map<number, number> };

const windingOfRim = winding('rim', [
  { push: 3.4, length: 20 },
  { push: 1.7, length: 6.5 },
  { push: 0.7, length: 2.4 },
]);
const windingOfGround = winding('ground', [
  { push: 2.4, length: 11 },
  { push: 0.95, length: 4 },
  { push: 0.35, length: 1.7 },
]);

function districtOf(fullName: string): District {
  const found = districts.find((district) => district.fullName === fullName);
  if (!found) throw new Error(`no district ${fullName}`);
  return found;
}

const roominess: Record<string, number> = { xã: 1, 'thị trấn': 0.75, phường: 0.7 };

/** The wards of the old town are small: the seven that became phường Bắc Giang. */
const oldTown = '07210';

function createGrounds(list: AddressList): Ground[] {
  const random = createRandom('grounds');
  const succeeded = new Set(list.oldCommunes.map(({ successor }) => successor));
  const others = list.newCommunes.filter(({ code }) => !succeeded.has(code));
  const grounds = [...list.oldCommunes, ...others.map((one) => ({ ...one, successor: one.code }))];
  const raw = grounds.map(({ code, kind, district, successor }) => ({
    code,
    kind,
    successor,
    district: districtOf(district),
    room: (successor === oldTown ? 0.3 : roominess[kind]!) * (1 + 0.24 * random.bell()),
  }));
  return raw.map(({ room, ...ground }) => {
    const inDistrict = raw.filter(({ district }) => district === ground.district);
    const total = inDistrict.reduce((sum, other) => sum + Math.max(0.25, other.room), 0);
    return { ...ground, km2: (ground.district.km2 * Math.max(0.25, room)) / total };
  });
}

function cellsWithinRim(mesh: Mesh): number[] {
  const drawn = rim.map(([lon, lat]) => toPlane(lon, lat));
  const wanted = districts.reduce((sum, { km2 }) => sum + km2, 0);
  const scale = Math.sqrt(wanted / Math.abs(signedArea(drawn)));
  const ring: Ring = drawn.map(([x, y]) => [x * scale, y * scale]);
  const inside = new Map<number, number>();
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (mesh.onRim(cell)) continue;
    if (contains(ring, windingOfRim(mesh.centre(cell)))) inside.set(cell, 0);
  }
  return pieces(mesh, inside)[0]!;
}

function middleOf(points: Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}

/** District by district, successor by successor, commune by commune: each level in one piece within its parent. */
export function createTerritory(list: AddressList): Territory {
  const mesh = createMesh();
  const grounds = createGrounds(list);
  const place = (cell: number) => windingOfGround(mesh.centre(cell));
  const share = <Part>(cells: number[], parts: readonly Part[], seedOf: (part: Part) => Seed) => {
    const shared = partition(mesh, cells, place, parts.map(seedOf));
    const byPart = grouped(cells, (cell) => shared.get(cell)!);
    return parts.map((part, index) => ({ part, cells: byPart.get(index) ?? [] }));
  };
  const groundOf = new Map<number, number>();
  const seedOfDistrict = ({ lon, lat, km2 }: District) => ({
    at: toPlane(lon, lat),
    km2,
    pull: 0.7,
  });
  for (const { part: district, cells } of share(cellsWithinRim(mesh), districts, seedOfDistrict)) {
    const own = grounds.filter((ground) => ground.district === district);
    const middle = middleOf(cells.map(place));
    const random = createRandom(`territory/${district.code}`);
    const seedOfGroup = (group: Ground[]) => {
      const km2 = group.reduce((sum, ground) => sum + ground.km2, 0);
      const stray = group.map(({ code }) => strayStep(code)).find((step) => step !== null);
      const reach = Math.sqrt(district.km2 / Math.PI) * (stray ? 0.9 : 0.6);
      const [east, north] = stray ?? stepTo(group[0]!.successor);
      const at: Point = [middle[0] + reach * east, middle[1] + reach * north];
      return { at, km2, pull: stray ? 0.6 : 0.35 };
    };
    const groups = [...grouped(own, ({ successor }) => successor).values()];
    for (const { part: group, cells: groupCells } of share(cells, groups, seedOfGroup)) {
      const seedOfGround = ({ km2 }: Ground) => ({
        at: place(random.pick(groupCells)),
        km2,
        pull: 0,
      });
      for (const { part: ground, cells: own } of share(groupCells, group, seedOfGround)) {
        for (const cell of own) groundOf.set(cell, grounds.indexOf(ground));
      }
    }
  }
  return { mesh, grounds, groundOf };
}
