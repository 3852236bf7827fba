import { type Crs, isGeographic } from './crs.rules.ts';
import type { ReadingProblemCode } from './reading-problem.ts';

export type Position = [number, number];
export type Geometry =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };

/** Why something is no outline; `reason` fills the text. */
export interface Flaw {
  code: ReadingProblemCode;
  reason?: 'open' | 'short' | 'number' | 'lost';
  kind?: string;
}

/** An outline without heights, or what is wrong with it. Crossing borders are for PostGIS to find. */
export function outlineOf(geometry: unknown): Geometry | Flaw {
  if (typeof geometry !== 'object' || geometry === null) return { code: 'geometry-missing' };
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return { code: 'geometry-kind-wrong', kind: String(type) };
  }
  const parts = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(parts) || parts.length === 0) return { code: 'geometry-missing' };
  const polygons: Position[][][] = [];
  for (const part of parts as unknown[]) {
    if (!Array.isArray(part) || part.length === 0) return { code: 'geometry-missing' };
    const rings = (part as unknown[]).map(ringOf);
    const flaw = rings.find((ring) => !Array.isArray(ring));
    if (flaw) return flaw as Flaw;
    polygons.push(rings as Position[][]);
  }
  if (type === 'Polygon') return { type, coordinates: polygons[0] ?? [] };
  return { type, coordinates: polygons };
}

function ringOf(ring: unknown): Position[] | Flaw {
  if (!Array.isArray(ring) || ring.length < 4) return { code: 'geometry-broken', reason: 'short' };
  const positions: Position[] = [];
  for (const position of ring as unknown[]) {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    if (
      typeof x !== 'number' ||
      typeof y !== 'number' ||
      !Number.isFinite(x) ||
      !Number.isFinite(y)
    ) {
      return { code: 'geometry-broken', reason: 'number' };
    }
    positions.push([x, y]);
  }
  const [first, last] = [positions[0], positions.at(-1)];
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? positions : { code: 'geometry-broken', reason: 'open' };
}

export function positionsOf({ type, coordinates }: Geometry): Position[] {
  return type === 'Polygon' ? coordinates.flat() : coordinates.flat(2);
}

/** West, south, east, north (or least and most x and y). */
export type Box = readonly [number, number, number, number];

export function boxOf(geometry: Geometry): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positionsOf(geometry)) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  return [west, south, east, north];
}

const within = (box: Box, [west, south, east, north]: Box) =>
  box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north;
const swapped = ([west, south, east, north]: Box): Box => [south, west, north, east];

/** Viet Nam with its sea and islands, Hoàng Sa and Trường Sa included. */
const inDegrees: Box = [102, 6, 118, 24];
/** The same in metres of any zone used there; eastings carry no zone number. */
const inMetres: Box = [0, 600_000, 1_300_000, 2_700_000];

/** Does an outline lie where its coordinate system says? A wrong one shows in the size of the numbers. */
export function misplacement(box: Box, crs: Crs): ReadingProblemCode | null {
  if (crs.kind === 'epsg' && crs.code === 3857) return null;
  const home = isGeographic(crs) ? inDegrees : inMetres;
  if (within(box, home)) return null;
  if (within(swapped(box), home)) return 'coordinates-swapped';
  const isDegrees = within(box, [-180, -90, 180, 90]);
  if (isGeographic(crs)) return isDegrees ? 'outside-vietnam' : 'coordinates-not-degrees';
  return isDegrees ? 'coordinates-not-metres' : 'outside-vietnam';
}
