import { z } from 'zod';

/** An amount in đồng: a whole, safe number. Coefficients are decimal strings, never floats. */
export const Vnd = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
export type Vnd = z.infer<typeof Vnd>;

function safe(amount: bigint): Vnd {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new RangeError('amount beyond safe đồng');
  return number;
}

/** Exact sum. */
export function sum(amounts: readonly Vnd[]): Vnd {
  return safe(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
}

/** `amount × numerator ÷ denominator`, rounded half up (away from zero). */
export function share(amount: Vnd, numerator: number, denominator: number): Vnd {
  if (denominator <= 0) throw new RangeError('share of nothing');
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const half = product < 0n ? -divisor : divisor;
  return safe((product * 2n + half) / (divisor * 2n));
}

/** Splits by weights so that the parts add up to the whole (largest remainder; earlier wins a tie). */
export function allocate(amount: Vnd, weights: readonly number[]): Vnd[] {
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (total <= 0n) throw new RangeError('allocation without weight');
  const sign = amount < 0 ? -1n : 1n;
  const whole = BigInt(amount) * sign;
  const parts = weights.map((weight) => (whole * BigInt(weight)) / total);
  const rests = weights.map((weight, index) => ({
    index,
    rest: (whole * BigInt(weight)) % total,
  }));
  rests.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = whole - parts.reduce((all, part) => all + part, 0n);
  for (const { index } of rests) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => safe(part * sign));
}
