import { expect, test } from '@jest/globals';
import { hasWinter, issueFindings, monthsAfter, shareOf } from './issue.rules.ts';

test('30 % of three people is none, one or one, as the province rounds', () => {
  expect(shareOf(3, 30, 'down')).toBe(0);
  expect(shareOf(3, 30, 'nearest')).toBe(1);
  expect(shareOf(3, 30, 'up')).toBe(1);
  expect(shareOf(5, 80, 'down')).toBe(4);
  expect(shareOf(10, 30, 'up')).toBe(3);
});

test('a service life of months ends on the same day, or the last of a shorter month', () => {
  expect(monthsAfter('2025-01-31', 1)).toBe('2025-02-28');
  expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28');
  expect(monthsAfter('2025-12-15', 24)).toBe('2027-12-15');
});

test('the winter set goes to Bắc Ninh, Huế and Đắk Lắk, not to Đà Nẵng or Cà Mau', () => {
  expect(['24', '46', '66'].map(hasWinter)).toEqual([true, true, true]);
  expect(['48', '96', 'x'].map(hasWinter)).toEqual([false, false, false]);
});

const suit = {
  category: 'uniform',
  numbered: false,
  number: null,
  quantity: 1,
  due: 1,
  held: 0,
  hasToolCertificate: false,
  outOfSeason: false,
} as const;
const rules = (found: { rule: string }[]) => found.map(({ rule }) => rule);

test('uniform may come early or be more than is due, with a reason', () => {
  expect(issueFindings(suit)).toEqual([]);
  expect(rules(issueFindings({ ...suit, held: 1 }))).toEqual(['issued-too-early']);
  expect(rules(issueFindings({ ...suit, quantity: 2 }))).toEqual(['beyond-entitlement']);
  expect(rules(issueFindings({ ...suit, outOfSeason: true }))).toEqual(['winter-not-eligible']);
});

test('a tool never exceeds the share of the team, nor goes to who was not trained', () => {
  const baton = { ...suit, category: 'tool', due: 2, held: 1, hasToolCertificate: true } as const;
  expect(issueFindings(baton)).toEqual([]);
  expect(issueFindings({ ...baton, held: 2 })).toMatchObject([
    { rule: 'tool-limit-exceeded', severity: 'hard', count: 3, limit: 2 },
  ]);
  expect(issueFindings({ ...baton, hasToolCertificate: false })).toMatchObject([
    { rule: 'tool-certificate-missing', severity: 'hard' },
  ]);
});
