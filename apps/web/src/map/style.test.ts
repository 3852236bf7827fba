import { expect, test } from '@jest/globals';
import { clusterLayer } from './point-style.ts';
import { styleOf, wanted, wantedLayer } from './style.ts';

test('names of the communes one looks for are placed before clusters', () => {
  const ids = styleOf('http://test', '2025-07-01', {}).layers.map(({ id }) => id);
  // The last layer is placed first.
  expect(ids.indexOf(wantedLayer)).toBeGreaterThan(ids.indexOf(clusterLayer));
  expect(ids.indexOf(clusterLayer)).toBeGreaterThan(ids.indexOf('communes-label'));
});

test('only the names asked for are let through', () => {
  expect(wanted(['a', 'b'])).toEqual(['match', ['get', 'id'], ['a', 'b'], true, false]);
  expect(wanted([])).toEqual(['boolean', false]);
});
