const numerals: [number, string][] = [
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

/** How annexes number their groups. */
export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, numeral] of numerals) {
    for (; rest >= worth; rest -= worth) text += numeral;
  }
  return text;
}
