import type { Arc } from './arc.ts';
import { signedArea, type Ring } from './plane.ts';

/** GeoJSON polygon coordinates: the outer ring counter-clockwise, closed, then the holes. */
export type Outline = Ring[];

function rings(borders: Arc[]): Ring[] {
  const next = new Map(borders.map((arc) => [arc.from, arc]));
  const found: Ring[] = [];
  while (next.size > 0) {
    const [start] = next.keys();
    const ring = [];
    for (let corner = start!, arc = next.get(corner); arc; arc = next.get(corner)) {
      next.delete(corner);
      ring.push(...arc.line.slice(0, -1));
      corner = arc.to;
    }
    found.push([...ring, ring[0]!]);
  }
  return found;
}

/**
 * Puts grounds together: a border with the same unit on both sides is no border. `unitOf` answers null for grounds
 * that belong to no unit of the list.
 */
export function createOutlines(
  arcs: readonly Arc[],
  unitOf: (ground: number) => string | null,
): Map<string, Outline> {
  const borders = new Map<string, Arc[]>();
  const add = (unit: string | null, arc: Arc) => {
    if (unit !== null) borders.set(unit, [...(borders.get(unit) ?? []), arc]);
  };
  for (const arc of arcs) {
    const [left, right] = [arc.left, arc.right].map((ground) =>
      ground < 0 ? null : unitOf(ground),
    );
    if (left === right) continue;
    add(left!, arc);
    const { left: l, right: r, from, to, line } = arc;
    add(right!, { left: r, right: l, from: to, to: from, line: line.toReversed() });
  }
  return new Map(
    [...borders].map(([unit, own]) => {
      const byArea = rings(own).sort((a, b) => signedArea(b) - signedArea(a));
      if (byArea.filter((ring) => signedArea(ring) > 0).length !== 1) {
        throw new Error(`${unit} is not in one piece`);
      }
      return [unit, byArea];
    }),
  );
}
