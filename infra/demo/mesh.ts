import { toPlane, type Point } from './plane.ts';
import { createRandom } from './random.ts';

/**
 * A honeycomb over the whole region. Three cells meet in every corner, never four: whatever is put together from
 * such cells has a clean outline, and neighbours share their corners exactly.
 */
export type Mesh = {
  cells: number;
  /** Square kilometres of one cell (before its corners were shaken). */
  cellArea: number;
  centre(cell: number): Point;
  /** East, north-east, north-west, west, south-west, south-east. */
  neighbours(cell: number): readonly number[];
  /** Corner `k` lies between neighbours `k` and `k + 1`. */
  corners(cell: number): readonly number[];
  corner(id: number): Point;
  /** Lies on the rim of the honeycomb, where neighbours are missing. */
  onRim(cell: number): boolean;
};

const spacing = 0.33;
const shake = 0.22;

export function createMesh(): Mesh {
  const [west, south] = toPlane(105.7, 20.88);
  const [east, north] = toPlane(107.15, 21.72);
  const rowHeight = (spacing * Math.sqrt(3)) / 2;
  const columns = Math.ceil((east - west) / spacing);
  const rows = Math.ceil((north - south) / rowHeight);
  const random = createRandom('mesh');
  const xs = new Float64Array(rows * columns);
  const ys = new Float64Array(rows * columns);
  for (let cell = 0; cell < xs.length; cell++) {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    xs[cell] = west + spacing * (column + (row % 2) / 2 + random.between(-shake, shake));
    ys[cell] = south + rowHeight * row + spacing * random.between(-shake, shake);
  }
  const neighbours = (cell: number) => {
    const odd = Math.floor(cell / columns) % 2;
    const [up, down] = [cell + columns + odd, cell - columns + odd];
    return [cell + 1, up, up - 1, cell - 1, down - 1, down];
  };
  const centre = (cell: number): Point => [xs[cell]!, ys[cell]!];
  return {
    cells: rows * columns,
    cellArea: spacing * rowHeight,
    centre,
    neighbours,
    // A corner belongs to a triangle of centres; it is numbered after the triangle's lowest left centre.
    corners: (cell) => {
      const [, , , left, lowLeft, lowRight] = neighbours(cell) as number[];
      return [2 * cell, 2 * cell + 1, 2 * left!, 2 * lowLeft! + 1, 2 * lowLeft!, 2 * lowRight! + 1];
    },
    corner: (id) => {
      const cell = id >> 1;
      const around = neighbours(cell);
      const others = id % 2 === 0 ? [around[0]!, around[1]!] : [around[1]!, around[2]!];
      const three = [centre(cell), ...others.map(centre)];
      return [0, 1].map((axis) => three.reduce((sum, point) => sum + point[axis]!, 0) / 3) as never;
    },
    onRim: (cell) => {
      const [row, column] = [Math.floor(cell / columns), cell % columns];
      return row < 2 || column < 2 || row > rows - 3 || column > columns - 3;
    },
  };
}
