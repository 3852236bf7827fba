import { expect, test } from '@jest/globals';
import { eligibilityOf } from './eligibility.rules.ts';

const background = {
  checkedOn: '2026-02-20',
  positive: true,
  prosecuted: false,
  servingSentence: false,
  judicialMeasure: false,
  administrativeMeasure: false,
  formerRecord: 'none' as const,
  expungedBy: '',
};
const health = { issuedOn: '2026-01-31', facility: 'Trung tâm Y tế', fit: true };
const applicant = { receivedOn: '2026-02-10', residentSince: '2025-02-10', background, health };
const rules = (said: object, on = '2026-04-01') =>
  eligibilityOf({ ...applicant, ...said }, { on, healthMonths: 12 }).map(({ rule }) => rule);

test('a year of residence is 365 days on the day of the application', () => {
  expect(rules({})).toEqual([]);
  expect(rules({ residentSince: '2025-02-11' })).toEqual(['residence-too-short']);
  expect(rules({ residentSince: null })).toEqual(['residence-unknown']);
});

test.each(['prosecuted', 'servingSentence', 'judicialMeasure', 'administrativeMeasure'])(
  'whoever is %s is refused though the check was positive',
  (answer) => {
    expect(rules({ background: { ...background, [answer]: true } })).toEqual([
      'background-not-clear',
    ]);
  },
);

test('a served sentence is no obstacle once it is expunged by a paper that is named', () => {
  const former = (formerRecord: string, expungedBy = '') =>
    rules({ background: { ...background, formerRecord, expungedBy } });
  expect(former('not-expunged')).toEqual(['background-not-clear']);
  expect(former('expunged')).toEqual(['background-not-clear']);
  expect(former('expunged', 'Giấy chứng nhận 12/XN-TA')).toEqual([]);
  expect(rules({ background: null })).toEqual(['background-unknown']);
});

test('a health certificate is good for its months, also from the last day of a long month', () => {
  const of = (issuedOn: string, on: string, healthMonths: number) =>
    eligibilityOf({ ...applicant, health: { ...health, issuedOn } }, { on, healthMonths });
  expect(of('2026-01-31', '2026-02-28', 1)).toEqual([]);
  expect(of('2026-01-31', '2026-03-01', 1)).toMatchObject([{ rule: 'health-certificate-expired' }]);
  expect(of('2026-01-15', '2026-02-15', 1)).toEqual([]);
  expect(rules({ health: null })).toEqual(['health-certificate-missing']);
  expect(rules({ health: { ...health, fit: false } })).toEqual(['health-unfit']);
});
