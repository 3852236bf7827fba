import type { Metres } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barLength, layoutOf, mm, projector, scaleNumber, shownBox } from './map-paper.rules.ts';

const box = fc
  .record({
    x: fc.integer({ min: -500_000, max: 500_000 }),
    y: fc.integer({ min: -900_000, max: 900_000 }),
    width: fc.integer({ min: 500, max: 1_500_000 }),
    height: fc.integer({ min: 500, max: 1_800_000 }),
  })
  .map(({ x, y, width, height }): Metres => [x, y, x + width, y + height]);
const layouts = fc
  .tuple(fc.constantFrom('A4', 'A3'), fc.constantFrom('landscape', 'portrait'), fc.boolean())
  .map(([paper, orientation, official]) => layoutOf(paper, orientation, official));

test('whatever the area, it lies inside the frame at a scale that is true on the paper', () => {
  fc.assert(
    fc.property(box, layouts, (metres, { map }) => {
      const scale = scaleNumber(metres, map);
      const at = projector(metres, map, scale);
      const [left, bottom] = at(metres[0], metres[1]);
      const [right, top] = at(metres[2], metres[3]);
      expect(left).toBeGreaterThanOrEqual(map.x * mm);
      expect(right).toBeLessThanOrEqual((map.x + map.width) * mm);
      expect(top).toBeGreaterThanOrEqual(map.y * mm);
      expect(bottom).toBeLessThanOrEqual((map.y + map.height) * mm);
      // a kilometre on the ground is 1,000,000 / scale millimetres of paper
      const [one, two] = [at(0, 0), at(1_000, 0)];
      expect((two[0] - one[0]) / mm).toBeCloseTo(1_000_000 / scale, 6);
      const shown = shownBox(metres, map, scale);
      expect(at(shown[0], shown[3])[0]).toBeCloseTo(map.x * mm, 4);
    }),
  );
});

test('the scale bar is a round number of kilometres that fits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 10_000_000 }), (scale) => {
      const length = (barLength(scale, 50) * 1_000_000) / scale;
      expect(length).toBeLessThanOrEqual(50.001);
      expect(length).toBeGreaterThan(19);
    }),
  );
});

test('a province of 90 km stands on A4 at 1:500 000', () => {
  const { map } = layoutOf('A4', 'landscape', false);
  expect(scaleNumber([0, 0, 90_000, 80_000], map)).toBe(500_000);
});
