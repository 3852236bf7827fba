import type { Point } from './plane.ts';
import { createRandom } from './random.ts';

const size = 256;

function lattice(name: string): (x: number, y: number) => number {
  const random = createRandom(name);
  const values = Float64Array.from({ length: size * size }, () => random.between(-1, 1));
  const at = (x: number, y: number) => values[(y & (size - 1)) * size + (x & (size - 1))]!;
  const ease = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
  return (x, y) => {
    const [left, low] = [Math.floor(x), Math.floor(y)];
    const [tx, ty] = [ease(x - left), ease(y - low)];
    const bottom = at(left, low) * (1 - tx) + at(left + 1, low) * tx;
    const top = at(left, low + 1) * (1 - tx) + at(left + 1, low + 1) * tx;
    return bottom * (1 - ty) + top * ty;
  };
}

/** One wave of a winding: how far it pushes and how long it is, both in kilometres. */
export type Wave = { push: number; length: number };

/** Pushes points about smoothly, so that straight borders wind like rivers and ridges do. */
export function winding(name: string, waves: readonly Wave[]): (point: Point) => Point {
  const fields = waves.map(({ push, length }, index) => ({
    push,
    length,
    east: lattice(`${name}/${index}/east`),
    north: lattice(`${name}/${index}/north`),
  }));
  return ([x, y]) => {
    let [dx, dy] = [0, 0];
    for (const { push, length, east, north } of fields) {
      dx += push * east(x / length + 64, y / length + 64);
      dy += push * north(x / length + 64, y / length + 64);
    }
    return [x + dx, y + dy];
  };
}
