import { beforeAll, describe, expect, test } from '@jest/globals';
import { createDemo, type Demo } from './demo.ts';
import type { Shape } from './geojson.ts';
import { contains, signedArea, toPlane, type Point, type Ring } from './plane.ts';

let demo: Demo;
beforeAll(() => {
  demo = createDemo();
});

const outer = ({ outline }: Shape): Ring => outline[0]!;
const ofLevel = (shapes: Shape[], level: Shape['level']) =>
  shapes.filter((shape) => shape.level === level);
const areaOf = (shapes: Shape[]) =>
  shapes.flatMap(({ outline }) => outline).reduce((sum, ring) => sum + signedArea(ring), 0);

function segments(shapes: Shape[]): string[] {
  return shapes.flatMap(({ outline }) =>
    outline.flatMap((ring) => ring.slice(1).map((point, index) => `${ring[index]} ${point}`)),
  );
}

/** What is left of all borders when those drawn from both sides cancel out. */
function seams(shapes: Shape[]): string[] {
  const all = segments(shapes);
  const drawn = new Set(all);
  expect(drawn.size).toBe(all.length);
  return all.filter((segment) => !drawn.has(segment.split(' ').reverse().join(' '))).sort();
}

function crosses([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  const same = (p: Point, q: Point) => p[0] === q[0] && p[1] === q[1];
  if (same(a, c) || same(a, d) || same(b, c) || same(b, d)) return false;
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

describe.each(['shapes2024', 'shapes2025'] as const)('the outlines %s', (list) => {
  test('no border crosses another', () => {
    const lines = [...new Set(segments(ofLevel(demo[list], 'commune')))].map((segment) => {
      const [from, to] = segment.split(' ').map((point) => point.split(',').map(Number));
      return [from as never, to as never] as readonly [Point, Point];
    });
    const squares = new Map<string, number[]>();
    lines.forEach((line, index) => {
      const cells = [0, 1].map((axis) => line.map((point) => Math.floor(point[axis]! * 50)));
      for (let x = Math.min(...cells[0]!); x <= Math.max(...cells[0]!); x++) {
        for (let y = Math.min(...cells[1]!); y <= Math.max(...cells[1]!); y++) {
          squares.set(`${x} ${y}`, [...(squares.get(`${x} ${y}`) ?? []), index]);
        }
      }
    });
    const crossings = [...squares.values()].flatMap((near) =>
      near.flatMap((one, index) =>
        near.slice(index + 1).filter((other) => crosses(lines[one]!, lines[other]!)),
      ),
    );
    expect(crossings).toEqual([]);
  });

  test('communes tile the province without gap or overlap', () => {
    const province = ofLevel(demo[list], 'province');
    expect(seams(ofLevel(demo[list], 'commune'))).toEqual(segments(province).sort());
    expect(areaOf(ofLevel(demo[list], 'commune'))).toBeCloseTo(areaOf(province), 6);
  });

  test('every unit above the villages has one outline in one piece, its name in NFC', () => {
    const units = list === 'shapes2024' ? demo.units2024 : demo.units2025;
    const expected = units.filter(({ level }) => level !== 'village').map(({ code }) => code);
    expect(demo[list].map(({ code }) => code)).toEqual(expected);
    for (const { outline, name } of demo[list]) {
      expect(outline).toHaveLength(1);
      expect(signedArea(outline[0]!)).toBeGreaterThan(0);
      expect(outline[0]!.at(-1)).toEqual(outline[0]![0]);
      expect(name).toBe(name.normalize('NFC'));
    }
  });
});

test('districts tile the province, and each is exactly its communes', () => {
  const districts = ofLevel(demo.shapes2024, 'district');
  expect(seams(districts)).toEqual(segments(ofLevel(demo.shapes2024, 'province')).sort());
  const parents = new Map(demo.units2024.map((unit) => [unit.code, unit.parent_code]));
  for (const district of districts) {
    const own = ofLevel(demo.shapes2024, 'commune').filter(
      ({ code }) => parents.get(code) === district.code,
    );
    expect(seams(own)).toEqual(segments([district]).sort());
  }
});

test('a commune of July 2025 is exactly the old communes that went into it', () => {
  const old = ofLevel(demo.shapes2024, 'commune');
  const successors = new Map(demo.list.oldCommunes.map(({ code, successor }) => [code, successor]));
  const taken = ofLevel(demo.shapes2025, 'commune').filter(({ code }) =>
    [...successors.values()].includes(code),
  );
  expect(taken).toHaveLength(58);
  for (const commune of taken) {
    const parts = old.filter(({ code }) => successors.get(code) === commune.code);
    expect(seams(parts)).toEqual(segments([commune]).sort());
  }
});

test('the province has about the size of Bắc Giang, and lies where Bắc Giang lies', () => {
  const [province] = ofLevel(demo.shapes2024, 'province');
  const ring = outer(province!).map(([lon, lat]) => toPlane(lon, lat));
  expect(signedArea(ring)).toBeGreaterThan(3_850);
  expect(signedArea(ring)).toBeLessThan(3_950);
  expect(contains(outer(province!), [106.2, 21.28])).toBe(true);
});

test('every village lies inside its commune, before and after July 2025', () => {
  const outlines = (shapes: Shape[]) =>
    new Map(ofLevel(shapes, 'commune').map((shape) => [shape.code, outer(shape)]));
  const [before, since] = [outlines(demo.shapes2024), outlines(demo.shapes2025)];
  for (const { lon, lat, old, new: later } of demo.villages) {
    expect(contains(before.get(old.commune.code)!, [lon, lat])).toBe(true);
    expect(contains(since.get(later.commune.code)!, [lon, lat])).toBe(true);
  }
});

test('every workplace lies inside the commune of its village', () => {
  const communes = new Map(
    ofLevel(demo.shapes2024, 'commune').map((one) => [one.code, outer(one)]),
  );
  for (const { lon, lat, village } of demo.workplaces) {
    expect(contains(communes.get(village.old.commune.code)!, [lon, lat])).toBe(true);
  }
});
