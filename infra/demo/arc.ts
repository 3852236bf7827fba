import type { Mesh } from './mesh.ts';
import { winding } from './noise.ts';
import { distanceToSegment, toLonLat, type Point, type Ring } from './plane.ts';

/** A stretch of border between two grounds (-1 is abroad), from one meeting of three to the next. */
export type Arc = { left: number; right: number; from: number; to: number; line: Ring };

type Edge = { left: number; right: number; from: number; to: number };

const abroad = -1;
const smoothing = 5;
const tolerance = 0.03;
const wriggle = winding('border', [
  { push: 0.2, length: 1.3 },
  { push: 0.1, length: 0.6 },
]);

function edges(mesh: Mesh, groundOf: Map<number, number>): Edge[] {
  const found: Edge[] = [];
  for (const [cell, left] of groundOf) {
    const corners = mesh.corners(cell);
    mesh.neighbours(cell).forEach((other, side) => {
      const right = groundOf.get(other) ?? abroad;
      if (left > right) {
        found.push({ left, right, from: corners[(side + 5) % 6]!, to: corners[side]! });
      }
    });
  }
  return found;
}

function chains(all: Edge[]): Edge[][] {
  const at = new Map<number, Edge[]>();
  for (const edge of all) {
    for (const corner of [edge.from, edge.to]) {
      const there = at.get(corner);
      if (there) there.push(edge);
      else at.set(corner, [edge]);
    }
  }
  const seen = new Set<Edge>();
  const follow = (start: Edge) => {
    const chain = [start];
    seen.add(start);
    for (let last = start; at.get(last.to)!.length === 2;) {
      const next = at.get(last.to)!.find((edge) => !seen.has(edge));
      if (!next) break;
      seen.add(next);
      chain.push(next);
      last = next;
    }
    return chain;
  };
  // Edges of one pair of grounds all run the same way, so a chain starts where three borders meet.
  const opened = all.filter((edge) => at.get(edge.from)!.length === 3).map(follow);
  const closed = all
    .filter((edge) => !seen.has(edge))
    .map((edge) => (seen.has(edge) ? [] : follow(edge)));
  return [...opened, ...closed.filter((chain) => chain.length > 0)];
}

/** Leaves out points that stray less than the tolerance from the line without them. */
function thinned(line: Ring): Ring {
  if (line.length < 3) return line;
  const [first, last] = [line[0]!, line.at(-1)!];
  const strays = line.map((point) => distanceToSegment(point, first, last));
  const farthest = strays.reduce((best, stray, index) => (stray > strays[best]! ? index : best), 0);
  if (strays[farthest]! < tolerance) return [first, last];
  return [...thinned(line.slice(0, farthest + 1)).slice(0, -1), ...thinned(line.slice(farthest))];
}

function smoothed(line: Ring): Ring {
  let points = line;
  for (let round = 0; round < smoothing; round++) {
    points = points.map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before || !after) return point;
      const mean = (axis: 0 | 1) => point[axis] / 2 + (before[axis] + after[axis]) / 4;
      return [mean(0), mean(1)] as const;
    });
  }
  return points;
}

/** Every border once, in degrees: whoever lies on either side draws the very same points. */
export function createArcs(mesh: Mesh, groundOf: Map<number, number>): Arc[] {
  const found = chains(edges(mesh, groundOf)).map((chain) => ({
    left: chain[0]!.left,
    right: chain[0]!.right,
    from: chain[0]!.from,
    to: chain.at(-1)!.to,
    corners: [chain[0]!.from, ...chain.map((edge) => edge.to)],
  }));
  const meetings = new Map<number, Point[]>();
  for (const { corners } of found) {
    for (const [end, next] of [corners.slice(0, 2), corners.slice(-2).reverse()]) {
      const around = meetings.get(end!) ?? [mesh.corner(end!)];
      meetings.set(end!, [...around, mesh.corner(next!)]);
    }
  }
  const position = (corner: number): Point => {
    const around = meetings.get(corner);
    if (!around) return mesh.corner(corner);
    const mean = (axis: 0 | 1) =>
      around.reduce((sum, point) => sum + point[axis], 0) / around.length;
    return [mean(0), mean(1)];
  };
  return found.map(({ corners, ...arc }) => {
    const line = thinned(smoothed(corners.map(position)).map(wriggle));
    return { ...arc, line: line.map(toLonLat) };
  });
}
