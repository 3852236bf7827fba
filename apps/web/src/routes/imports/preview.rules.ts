import type { previewJob } from '@antt/contracts';
import type { Output } from '@antt/kernel';

export type PreviewFeature = Output<typeof previewJob>['features'][number];

type Position = readonly number[];
type Outline = { name: string; source: 'file' | 'standing'; path: string };

export type Preview = { width: number; height: number; outlines: Outline[] };

function ringsOf(geometry: unknown): Position[][] {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown };
  if (type === 'Polygon') return coordinates as Position[][];
  if (type === 'MultiPolygon') return (coordinates as Position[][][]).flat();
  return [];
}

/**
 * Outlines as SVG paths over one another. A degree of longitude is drawn as short as it is there; at the
 * size of a province that is all the projection there need be.
 */
export function drawPreview(features: readonly PreviewFeature[], width = 1_000): Preview {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    for (const [lon = 0, lat = 0] of ringsOf(geometry).flat()) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  if (west > east) return { width, height: 0, outlines: [] };
  const narrowing = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const [wide, high] = [(east - west) * narrowing, north - south];
  // At most seven tenths as high as wide, so that the whole of it fits a screen.
  const scale = Math.min(width / Math.max(wide, 1e-9), (0.7 * width) / Math.max(high, 1e-9));
  const point = ([lon = 0, lat = 0]: Position) =>
    `${((lon - west) * narrowing * scale).toFixed(1)},${((north - lat) * scale).toFixed(1)}`;
  const outlines = features.map(({ properties, geometry }) => ({
    ...properties,
    path: ringsOf(geometry)
      .map((ring) => `M${ring.map(point).join('L')}Z`)
      .join(''),
  }));
  return {
    width: Math.ceil(wide * scale),
    height: Math.ceil(high * scale),
    outlines,
  };
}
