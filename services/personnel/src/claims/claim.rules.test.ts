import { weekdaysOnly } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import { missingPapers, routeOf, termsOf } from './claim.rules.ts';

const nothing = { completedOn: null, appraisedOn: null, decidedOn: null };
const complete = { receivedOn: '2026-03-02', ...nothing, completedOn: '2026-03-06' };

test('terms run from the day that the dossier was complete, by the commune alone', () => {
  expect(termsOf(complete, 'commune', weekdaysOnly)).toEqual([
    { step: 'appraise', due: '2026-03-13', done: null },
    { step: 'decide', due: '2026-03-17', done: null },
  ]);
  expect(termsOf({ ...complete, completedOn: null }, 'commune', weekdaysOnly)).toEqual([]);
});

test('an early appraisal brings the decision forward', () => {
  const terms = termsOf({ ...complete, appraisedOn: '2026-03-09' }, 'commune', weekdaysOnly);
  expect(terms.at(-1)).toMatchObject({ step: 'decide', due: '2026-03-11' });
});

test('the former way had two days more to pass the dossier on', () => {
  const terms = termsOf({ ...complete, completedOn: '2025-03-03' }, 'district', weekdaysOnly);
  expect(terms.map(({ due }) => due)).toEqual(['2025-03-05', '2025-03-12', '2025-03-14']);
});

test('a holiday is no day of a term', () => {
  const calendar = { off: new Set(['2026-03-10']), worked: new Set<string>() };
  expect(termsOf(complete, 'commune', calendar)[0]).toMatchObject({ due: '2026-03-16' });
});

test('the day of receipt decides which way a claim goes', () => {
  expect(routeOf('2025-06-30', '2025-07-01')).toBe('district');
  expect(routeOf('2025-07-01', '2025-07-01')).toBe('commune');
});

test('a dossier tells what it lacks', () => {
  expect(missingPapers('treatment', ['application'])).toEqual(['receipts', 'discharge-paper']);
});
