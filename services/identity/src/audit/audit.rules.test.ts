import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { beginning, canonical, emptyChain, follow, type Sealed, sealOf } from './audit.rules.ts';

function chainOf(payloads: unknown[]): Sealed[] {
  const entries: Sealed[] = [];
  for (const [index, payload] of payloads.entries()) {
    const entry = {
      seq: index + 1,
      messageId: `message-${index}`,
      at: '2026-11-22T01:00:00.000Z',
      accountId: null,
      username: null,
      event: 'organisation.unit-renamed.v1',
      payload,
      traceId: 'trace',
      previousHash: entries.at(-1)?.hash ?? beginning.hash,
    };
    entries.push({ ...entry, hash: sealOf(entry) });
  }
  return entries;
}

test('one value has one text, in whatever order its members come', () => {
  expect(canonical({ b: [1, { d: null, c: 'ộ' }], a: undefined })).toBe(
    '{"b":[1,{"c":"ộ","d":null}]}',
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonical(turned)).toBe(canonical(value));
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    }),
  );
});

test('an untouched chain is whole, also when read in parts', () => {
  const entries = chainOf(['a', 'b', 'c', 'd']);
  const whole = follow(emptyChain, entries);
  expect(whole).toEqual({ entries: 4, seq: 4, hash: entries[3]!.hash, brokenAt: null });
  expect(follow(follow(emptyChain, entries.slice(0, 2)), entries.slice(2))).toEqual(whole);
});

test('a changed, missing, added or swapped entry breaks the chain at its place', () => {
  const [a, b, c] = chainOf(['a', 'b', 'c']) as [Sealed, Sealed, Sealed];
  const forged = { ...b, payload: 'B' };
  expect(follow(emptyChain, [a, forged, c]).brokenAt).toBe(2);
  expect(follow(emptyChain, [a, c]).brokenAt).toBe(2);
  expect(follow(emptyChain, [b, c]).brokenAt).toBe(1);
  expect(follow(emptyChain, [a, c, b]).brokenAt).toBe(2);
  // sealed anew, it no longer carries what comes after it
  expect(follow(emptyChain, [a, { ...forged, hash: sealOf(forged) }, c]).brokenAt).toBe(3);
});
