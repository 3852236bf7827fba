import { randomInt } from 'node:crypto';

// Without 0 o 1 l i: read aloud over a bad line or from a printed strip, nothing is mistaken.
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over: three groups of four, e.g. `k7fm-2hpx-wq9d` (59 bits). */
export function oneTimePassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => readable.charAt(randomInt(readable.length))).join('');
  return [group(), group(), group()].join('-');
}
