const numerals: readonly [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** How annexes number their groups, from 1 on. */
export function roman(value: number): string {
  const step = numerals.find(([one]) => one <= value);
  return step ? step[1] + roman(value - step[0]) : '';
}
