import type { AwardRule } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAwardForms } from '../award-forms/award-form-file.ts';
import {
  appraisalsOf,
  barring,
  type Standing,
  standingFindings,
  standingYearOf,
  yearsOf,
} from './award.rules.ts';

type Rule = Pick<AwardRule, 'mode' | 'missing' | 'individuals' | 'citation'>;
const either: Rule = {
  ...{ mode: 'either', missing: 'block', individuals: 'warn', citation: 'Kế hoạch, mục II.9' },
};
const both: Rule = { ...either, mode: 'both' };
const team = { subject: 'team', isHead: false, isUnexpected: false, kind: 'work' } as const;
const member = { ...team, subject: 'person' } as const;

const standing = (
  movementClass: Standing['movementClass'],
  safety: Standing['safety'],
): Standing => ({
  ...{ unitId: 'u', unitName: 'Thôn Chằm', year: 2026, movementClass, safety },
  ...{ classNumber: '12/QĐ-UBND', classOn: '2026-11-18' },
  ...{ safetyNumber: '9/QĐ-UBND', safetyOn: '2026-11-10' },
});
const found = (
  rule: Rule,
  one: Standing,
  concerned = team as Parameters<typeof standingFindings>[2],
) =>
  standingFindings(rule, [one], concerned).map(({ finding, severity }) => `${finding} ${severity}`);

test('reporting BR-72: in the mode "either" a low class bars, and so does not being "An toàn về ANTT"', () => {
  expect(found(either, standing('excellent', 'met'))).toEqual([]);
  expect(found(either, standing('average', 'met'))).toEqual(['class-too-low block']);
  expect(found(either, standing('weak', 'met'))).toEqual(['class-too-low block']);
  expect(found(either, standing('good', 'not-met'))).toEqual(['not-safe block']);
});

test('reporting BR-72: in the mode "both" only the two together bar', () => {
  expect(found(both, standing('weak', 'met'))).toEqual([]);
  expect(found(both, standing('good', 'not-met'))).toEqual([]);
  expect(found(both, standing('weak', 'not-met'))).toEqual([
    'class-too-low block',
    'not-safe block',
  ]);
});

test('law BR-74: what bars names the class, the decision and its day, and the text that says so', () => {
  expect(standingFindings(either, [standing('weak', 'met')], team)).toEqual([
    {
      ...{ finding: 'class-too-low', severity: 'block', unitId: 'u', unitName: 'Thôn Chằm' },
      ...{ year: 2026, value: 'weak', number: '12/QĐ-UBND', decidedOn: '2026-11-18' },
      citation: 'Kế hoạch, mục II.9',
    },
  ]);
});

test('a result that is missing is not guessed: it bars or is warned of as the province set it', () => {
  expect(found(either, standing(null, 'met'))).toEqual(['class-missing block']);
  expect(found({ ...either, missing: 'warn' }, standing('good', null))).toEqual([
    'safety-missing warn',
  ]);
  // What is known bars whatever else is missing.
  expect(found({ ...either, missing: 'warn' }, standing('weak', null))).toEqual([
    'class-too-low block',
    'safety-missing warn',
  ]);
  // Where both are needed, one that is missing leaves it open; one that is good clears it.
  expect(found({ ...both, missing: 'warn' }, standing('weak', null))).toEqual([
    'class-too-low warn',
    'safety-missing warn',
  ]);
  expect(found(both, standing('good', null))).toEqual([]);
});

test('individuals are warned of, heads are barred, and bravery at once is left to who decides', () => {
  const weak = standing('weak', 'met');
  expect(found(either, weak, member)).toEqual(['class-too-low warn']);
  expect(found({ ...either, individuals: 'block' }, weak, member)).toEqual(['class-too-low block']);
  expect(found(either, weak, { ...member, isHead: true })).toEqual(['class-too-low block']);
  const head = { ...member, isHead: true, isUnexpected: true };
  expect(found(either, weak, { ...head, kind: 'bravery' })).toEqual(['class-too-low warn']);
  // at once, but no bravery
  expect(found(either, weak, head)).toEqual(['class-too-low block']);
  // A collective is barred all the same; only what is not decided yet is no bar at once.
  expect(found(either, weak, { ...team, isUnexpected: true })).toEqual(['class-too-low block']);
  expect(found(either, standing(null, null), { ...team, isUnexpected: true })).toEqual([
    'class-missing warn',
    'safety-missing warn',
  ]);
  expect(found(either, weak, { ...member, subject: 'citizen' })).toEqual([]);
});

test('the mode "both" never bars more than the mode "either"', () => {
  const classes = fc.constantFrom('excellent', 'good', 'average', 'weak', null);
  const results = fc.constantFrom('met', 'not-met', null);
  fc.assert(
    fc.property(classes, results, (movementClass, safety) => {
      const one = standing(movementClass, safety);
      const bars = (rule: Rule) => barring(standingFindings(rule, [one], team)).length > 0;
      return !bars(both) || bars(either);
    }),
  );
});

test('law BR-89: an area year ends on 31 October, that of a commune on 15 November', () => {
  const years = (day: string) => [standingYearOf('village', day), standingYearOf('commune', day)];
  expect(years('2026-10-31')).toEqual([2026, 2026]);
  expect(years('2026-11-01')).toEqual([2027, 2026]);
  expect(years('2026-11-15')).toEqual([2027, 2026]);
  expect(years('2026-11-16')).toEqual([2027, 2027]);
  expect(yearsOf(['village'], '2026-12-31')).toEqual([2026, 2027]);
  expect(yearsOf([], '2026-06-30')).toEqual([2026]);
});

/** The form of a code as it ships on a day. */
const shipped = (code: string, on: string) =>
  readAwardForms().forms.filter(
    (form) => form.code === code && form.validFrom <= on && (!form.validTo || on < form.validTo),
  );

test('reporting BR-74: a campaign award of the chairman of the province needs SNV and CAT, as data of its form', () => {
  const asked = { subject: 'team', authority: 'province-chair' } as const;
  const needed = (code: string, isCampaign: boolean) =>
    appraisalsOf(shipped(code, '2026-01-01'), { ...asked, isCampaign });
  for (const code of ['merit-certificate', 'emulation-flag']) {
    expect(needed(code, true)).toEqual({ appraisals: ['home-affairs', 'province-police'] });
  }
  expect(needed('emulation-flag', false)).toEqual({ appraisals: ['home-affairs'] });
});

test('who is no more decides nothing, and a form is for whom it is for', () => {
  const asked = { subject: 'person', authority: 'district-chair', isCampaign: false } as const;
  expect(appraisalsOf(shipped('merit-letter', '2025-02-28'), asked)).toEqual({
    appraisals: ['district-police', 'district-council'],
  });
  expect(appraisalsOf(shipped('merit-letter', '2025-03-01'), asked)).toEqual({
    appraisals: ['district-council'],
  });
  expect(appraisalsOf(shipped('merit-letter', '2025-07-01'), asked)).toEqual({
    ...{ fault: 'award-not-decided-by-authority', code: 'merit-letter' },
  });
  expect(appraisalsOf(shipped('emulation-flag', '2026-01-01'), asked)).toEqual({
    ...{ fault: 'award-not-for-subject', code: 'emulation-flag' },
  });
});

test('every form that ships has a source, and on each day one version', () => {
  const { forms, rules, feeds } = readAwardForms();
  for (const { citation } of [...forms, ...rules, ...feeds]) expect(citation).not.toBe('');
  for (const { code } of forms) expect(shipped(code, '2026-06-01')).toHaveLength(1);
  expect(new Set(forms.map(({ kind }) => kind))).toEqual(new Set(['form', 'title']));
});
