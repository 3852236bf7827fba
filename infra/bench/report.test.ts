import { expect, test } from '@jest/globals';
import { type Measured, page } from './report.ts';

const order = ['tiles', 'norms', 'reform'];
const part = (value: number): Measured => ({
  on: '2026-11-29',
  machine: '2 cores, 24 GB, Node 24.21.0',
  load: [0.7, 1],
  lines: [
    {
      name: 'norms of the country',
      predicted: '2',
      measured: 120,
      raw: 100,
      unit: 'ms',
      value,
      sense: 'at-most',
      bound: 3,
    },
  ],
  remarks: ['90315 villages'],
});

test('what is not measured again keeps its words, in a checkout that never measured before', () => {
  const first = page('', { tiles: part(1.5), reform: part(2.5) }, order);
  const later = page(first, { norms: part(1.2) }, order);
  expect([...later.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(order);
  const without = (text: string) => text.replace(/## norms[^#]*(?=## )/, '');
  expect(without(later)).toBe(first);
  expect(page(later, {}, order)).toBe(later);
});

test('what is measured again replaces what stood there, and only that', () => {
  const first = page('', { tiles: part(1.5), norms: part(2.5) }, order);
  const later = page(first, { norms: part(9.5) }, order);
  expect(later).toBe(first.replace('| 2.5 |', '| 9.5 |').replace(/(norms[\s\S]*)held/, '$1MISSED'));
});

test('a part that this bench does not know stays where it is', () => {
  const first = page('', { older: part(1) }, ['older']);
  expect(page(first, { tiles: part(2) }, order)).toContain(first.slice(first.indexOf('## older')));
});
