import { expect, test } from '@jest/globals';
import { drawPreview, type PreviewFeature } from './preview.rules.ts';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const feature = (source: 'file' | 'standing', geometry: unknown): PreviewFeature => ({
  type: 'Feature',
  properties: { name: 'Xã Tân Sơn', source },
  geometry,
});

test('outlines of the file and the standing ones are drawn at one scale, north above', () => {
  const { width, height, outlines } = drawPreview([
    feature('standing', { type: 'Polygon', coordinates: [square(106, 21, 1)] }),
    feature('file', { type: 'MultiPolygon', coordinates: [[square(106.5, 21.5, 0.5)]] }),
  ]);
  expect(outlines.map(({ source }) => source)).toEqual(['standing', 'file']);
  expect(outlines[0]!.path).toMatch(/^M0\.0,\d+\.\d.*Z$/);
  // A degree of longitude is shorter than one of latitude there.
  expect(width).toBeLessThan(height);
  expect(height).toBeLessThanOrEqual(701);
});

test('a file without outlines draws nothing', () => {
  expect(drawPreview([]).outlines).toEqual([]);
  expect(drawPreview([feature('file', null)]).outlines).toEqual([]);
});
