/** A point of the demo's own plane, in kilometres east and north of the province's middle. */
export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

const middle = { lon: 106.42, lat: 21.29 };
const kmPerLat = 110.75;
const kmPerLon = 111.32 * Math.cos((middle.lat * Math.PI) / 180);

export function toPlane(lon: number, lat: number): Point {
  return [(lon - middle.lon) * kmPerLon, (lat - middle.lat) * kmPerLat];
}

/** Five decimals, about a metre: what the demo's files hold. */
export function toLonLat([x, y]: Point): [lon: number, lat: number] {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return [round(middle.lon + x / kmPerLon), round(middle.lat + y / kmPerLat)];
}

/** Positive when the ring runs counter-clockwise; the unit is the square of the coordinates' unit. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let index = 0; index < ring.length; index++) {
    const [x, y] = ring[index]!;
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  }
  return sum / 2;
}

export function contains(ring: Ring, [x, y]: Point): boolean {
  let inside = false;
  for (let index = 0; index < ring.length; index++) {
    const [ax, ay] = ring[index]!;
    const [bx, by] = ring[(index + 1) % ring.length]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);
}

/** Distance from a point to the segment between two others. */
export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length && ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return distance(point, [from[0] + share * dx, from[1] + share * dy]);
}
