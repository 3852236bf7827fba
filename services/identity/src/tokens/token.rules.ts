import type { PlainDate } from '@antt/kernel';

/** What is wrong with the day a token expires on: it must come, and within a year. */
export function expiryFault(
  expiresOn: PlainDate,
  on: PlainDate,
): 'not-in-future' | 'beyond-a-year' | null {
  if (expiresOn <= on) return 'not-in-future';
  const inAYear = `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`;
  return expiresOn > inAYear ? 'beyond-a-year' : null;
}
