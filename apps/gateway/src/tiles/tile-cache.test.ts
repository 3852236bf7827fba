import { expect, test } from '@jest/globals';
import { TileCache } from './tile-cache.ts';

const tile = (bytes: number) => ({ bytes: Buffer.alloc(bytes), packed: true });

test('the cache keeps what was asked for last within its bytes', () => {
  const cache = new TileCache(4_000);
  for (const key of ['a', 'b', 'c']) cache.set(key, tile(1_000));
  cache.get('a');
  cache.set('d', tile(1_000));
  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('a')).toMatchObject(tile(1_000));
  expect(cache.get('c')).toMatchObject(tile(1_000));
  expect(cache.size).toBeLessThanOrEqual(4_000);
});

test('a tile put again counts once, with its unpacked form', () => {
  const cache = new TileCache(10_000);
  cache.set('a', tile(1_000));
  const before = cache.size;
  cache.set('a', tile(1_000));
  expect(cache.size).toBe(before);
  cache.set('a', { ...tile(1_000), plain: Buffer.alloc(500) });
  expect(cache.size).toBe(before + 500);
});

test('a tile larger than the cache is not kept', () => {
  const cache = new TileCache(100);
  cache.set('a', tile(1_000));
  expect(cache.get('a')).toBeUndefined();
  expect(cache.size).toBe(0);
});
