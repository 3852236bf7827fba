import type { Mesh } from './mesh.ts';
import type { Point } from './plane.ts';

/** A part to be: where it starts, how much ground it shall get, how strongly it keeps to its start (0 … 1). */
export type Seed = { at: Point; km2: number; pull: number };

const rounds = 140;
const settled = 90;
const farAway = Number.MAX_VALUE;

/** Shares ground out so that each part is compact and gets about its area: a power diagram, relaxed. */
export function partition(
  mesh: Mesh,
  cells: readonly number[],
  place: (cell: number) => Point,
  seeds: readonly Seed[],
): Map<number, number> {
  const xs = Float64Array.from(cells, (cell) => place(cell)[0]);
  const ys = Float64Array.from(cells, (cell) => place(cell)[1]);
  const seedX = Float64Array.from(seeds, ({ at }) => at[0]);
  const seedY = Float64Array.from(seeds, ({ at }) => at[1]);
  const weight = new Float64Array(seeds.length);
  const wanted = seeds.reduce((sum, { km2 }) => sum + km2, 0);
  const target = seeds.map(({ km2 }) => (km2 / wanted) * cells.length);
  const part = new Int32Array(cells.length);
  for (let round = 0; round < rounds; round++) {
    const count = new Float64Array(seeds.length);
    const sumX = new Float64Array(seeds.length);
    const sumY = new Float64Array(seeds.length);
    for (let index = 0; index < cells.length; index++) {
      const x = xs[index]!;
      const y = ys[index]!;
      let best = 0;
      let least = farAway;
      for (let seed = 0; seed < seeds.length; seed++) {
        const dx = x - seedX[seed]!;
        const dy = y - seedY[seed]!;
        const power = dx * dx + dy * dy - weight[seed]!;
        if (power >= least) continue;
        best = seed;
        least = power;
      }
      part[index] = best;
      count[best]! += 1;
      sumX[best]! += x;
      sumY[best]! += y;
    }
    for (let seed = 0; seed < seeds.length; seed++) {
      weight[seed]! += 0.4 * (target[seed]! - count[seed]!) * mesh.cellArea;
      if (round >= settled || count[seed] === 0) continue;
      const { at, pull } = seeds[seed]!;
      seedX[seed] = (sumX[seed]! / count[seed]!) * (1 - pull) + at[0] * pull;
      seedY[seed] = (sumY[seed]! / count[seed]!) * (1 - pull) + at[1] * pull;
    }
  }
  return joined(mesh, new Map(cells.map((cell, index) => [cell, part[index]!])));
}

/** Which cells of the same part hang together, the largest piece first. */
export function pieces(mesh: Mesh, partOf: Map<number, number>): number[][] {
  const seen = new Set<number>();
  const found: number[][] = [];
  for (const [start, part] of partOf) {
    if (seen.has(start)) continue;
    const piece = [start];
    seen.add(start);
    for (let index = 0; index < piece.length; index++) {
      for (const next of mesh.neighbours(piece[index]!)) {
        if (seen.has(next) || partOf.get(next) !== part) continue;
        seen.add(next);
        piece.push(next);
      }
    }
    found.push(piece);
  }
  return found.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** Gives every piece that lost touch with its part to the neighbour it borders most. */
function joined(mesh: Mesh, partOf: Map<number, number>): Map<number, number> {
  for (let round = 0; round < 20; round++) {
    const main = new Set<number>();
    const stray = pieces(mesh, partOf).filter((piece) => {
      const part = partOf.get(piece[0]!)!;
      return main.has(part) || !main.add(part);
    });
    if (stray.length === 0) return partOf;
    for (const piece of stray) {
      const own = partOf.get(piece[0]!)!;
      const border = new Map<number, number>();
      for (const cell of piece) {
        for (const next of mesh.neighbours(cell)) {
          const other = partOf.get(next);
          if (other !== undefined && other !== own) border.set(other, (border.get(other) ?? 0) + 1);
        }
      }
      const [taker] = [...border].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (taker) for (const cell of piece) partOf.set(cell, taker[0]);
    }
  }
  throw new Error('the ground could not be shared out in one piece each');
}
