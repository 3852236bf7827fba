import { expect, test } from '@jest/globals';
import { readMapSearch, writeMapSearch } from './map-search.ts';

test('what the map shows survives being written into the address and read again', () => {
  const shown = {
    metric: 'work',
    work: 'leader-vacant',
    gaps: ['teams-short', 'workplace-missing'],
    q: 'lục ngạn',
    sort: '-teams',
    level: 'district',
    unit: '0199a000-0000-7000-8000-000000000001',
    points: ['workplaces'],
    side: 'none',
    camera: { lat: 21.35, lng: 106.4, zoom: 9.25 },
  } as const;
  const search = writeMapSearch(new URLSearchParams('on=2025-06-30'), shown as never);
  expect(search.get('on')).toBe('2025-06-30');
  expect(readMapSearch(search)).toEqual(shown);
});

test('an address without filters stays short, a bad one falls back', () => {
  const untouched = readMapSearch(new URLSearchParams());
  expect(writeMapSearch(new URLSearchParams(), untouched).toString()).toBe('');
  expect(
    readMapSearch(new URLSearchParams('metric=x&gap=y,teams-over&at=a,b&level=z')),
  ).toMatchObject({
    metric: 'coverage',
    gaps: ['teams-over'],
    camera: undefined,
    level: undefined,
  });
});

test('points switched off stay off', () => {
  const search = writeMapSearch(new URLSearchParams(), { points: [] });
  expect(readMapSearch(search).points).toEqual([]);
});
