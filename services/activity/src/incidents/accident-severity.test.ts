import { expect, test } from '@jest/globals';
import { type Accident, severityOf } from './accident-severity.ts';

const on = '2024-09-10';
const codeOf = (accident: Accident) => severityOf(accident, on)?.code ?? null;

test('reporting BR-20: one death is serious, damage of 99 million without injury is not', () => {
  expect(codeOf({ deaths: 1 })).toBe('serious');
  expect(codeOf({ damage: 99_000_000 })).toBeNull();
  expect(codeOf({ damage: 100_000_000 })).toBe('serious');
});

test('reporting BR-21: two deaths are very serious and no less a breach, three extremely so', () => {
  expect(codeOf({ deaths: 2 })).toBe('very-serious');
  expect(codeOf({ deaths: 3 })).toBe('extremely-serious');
});

test.each([
  [{ injured: 1, injuryPercent: 60 }, null],
  [{ injured: 1, injuryPercent: 61 }, 'serious'],
  // one person hurt that badly is serious: the worse classes ask for several
  [{ injured: 1, injuryPercent: 130 }, 'serious'],
  [{ injured: 2, injuryPercent: 122 }, 'very-serious'],
  [{ injured: 2, injuryPercent: 210 }, 'very-serious'],
  [{ injured: 3, injuryPercent: 201 }, 'extremely-serious'],
  [{ damage: 500_000_000 }, 'very-serious'],
  [{ damage: 1_500_000_000 }, 'extremely-serious'],
] as const)('%j is %s', (accident, code) => {
  expect(codeOf(accident)).toBe(code);
});

test('before the circular was in force nothing is classified by it', () => {
  expect(severityOf({ deaths: 3 }, '2024-08-14')).toBeUndefined();
});
