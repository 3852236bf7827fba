import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FormDocument } from './form.ts';
import { judgeReport, type ReportQuestion } from './report.rules.ts';

const item = { mandatory: true, min: null, max: null, outlierPercent: null };
const form = (items: object[], checks: FormDocument['checks'] = []): FormDocument => ({
  groups: [
    { name: 'Kết quả', nameEn: '', items: items.map((one) => ({ ...item, ...one })) as never },
  ],
  checks,
});
const shapes = new Map([
  ['ND1.03', { shape: 'count' }],
  ['ND1.01', { shape: 'ratio' }],
  ['ND6.03', { shape: 'count' }],
] as const);
const count = (code: string, numerator: number | null) => ({
  ...{ code, numerator, denominator: null, noCase: false },
});
const share = (numerator: number, denominator: number, percent?: number) => ({
  ...{ code: 'ND1.01', numerator, denominator, noCase: false, percent },
});
function judge(
  document: FormDocument,
  values: ReportQuestion['values'],
  former: [string, number][] = [],
) {
  const last = former.map(([code, numerator]) => [code, count(code, numerator)] as const);
  const verdict = judgeReport({ document, indicators: shapes, values, former: new Map(last) });
  const short = (found: typeof verdict.refusals) =>
    found.map(({ code, fault }) => `${code} ${fault}`);
  return { refusals: short(verdict.refusals), warnings: short(verdict.warnings) };
}

test('reporting BR-26: 3,482 of 3,874 declared as 99.17 % is refused, as 89.88 % it is taken', () => {
  const document = form([{ code: 'ND1.01' }]);
  expect(judge(document, [share(3482, 3874, 99.17)]).refusals).toEqual(['ND1.01 percent-differs']);
  expect(judge(document, [share(3482, 3874, 89.88)]).refusals).toEqual([]);
  expect(judge(document, [share(0, 0, 50)]).refusals).toEqual(['ND1.01 percent-differs']);
});

test('reporting BR-26: half a point off is rounding, more is not, whatever the parts', () => {
  const document = form([{ code: 'ND1.01' }]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.nat(100_000),
      fc.float({ min: -3, max: 3, noNaN: true }),
      (below, part, off) => {
        fc.pre(Math.abs(Math.abs(off) - 0.5) > 0.001);
        const above = Math.min(part, below);
        const { refusals } = judge(document, [share(above, below, (above * 100) / below + off)]);
        expect(refusals.length > 0).toBe(Math.abs(off) > 0.5);
      },
    ),
  );
});

test('what was not answered is missing and no zero; a question that may stay open may', () => {
  expect(judge(form([{ code: 'ND1.03' }]), []).refusals).toEqual(['ND1.03 missing']);
  expect(judge(form([{ code: 'ND1.03' }]), [count('ND1.03', null)]).refusals).toEqual([
    'ND1.03 missing',
  ]);
  expect(judge(form([{ code: 'ND1.03' }]), [count('ND1.03', 0)]).refusals).toEqual([]);
  expect(judge(form([{ code: 'ND1.03', mandatory: false }]), []).refusals).toEqual([]);
});

test('"no case" is said of a share alone, and then nothing else', () => {
  const none = { numerator: null, denominator: null, noCase: true };
  const document = form([{ code: 'ND1.01' }]);
  expect(judge(document, [{ code: 'ND1.01', ...none }]).refusals).toEqual([]);
  expect(judge(document, [{ code: 'ND1.01', ...none, numerator: 3 }]).refusals).toEqual([
    'ND1.01 incomplete',
  ]);
  expect(judge(form([{ code: 'ND1.03' }]), [{ code: 'ND1.03', ...none }]).refusals).toEqual([
    'ND1.03 incomplete',
  ]);
});

test('bounds are refused, checks refuse or ask as the form says', () => {
  expect(judge(form([{ code: 'ND1.03', min: 1, max: 5 }]), [count('ND1.03', 6)]).refusals).toEqual([
    'ND1.03 too-large',
  ]);
  expect(judge(form([{ code: 'ND1.03', min: 1 }]), [count('ND1.03', 0)]).refusals).toEqual([
    'ND1.03 too-small',
  ]);
  const both = [{ code: 'ND1.03' }, { code: 'ND6.03' }];
  const check = { left: 'ND1.03', comparison: 'at-least', right: ['ND6.03'] } as const;
  const said = [count('ND1.03', 1), count('ND6.03', 2)];
  const asks = form(both, [{ ...check, right: ['ND6.03'], severity: 'warn' }]);
  const refuses = form(both, [{ ...check, right: ['ND6.03'], severity: 'refuse' }]);
  expect(judge(asks, said)).toEqual({ refusals: [], warnings: ['ND1.03 contradicts'] });
  expect(judge(refuses, said)).toEqual({ refusals: ['ND1.03 contradicts'], warnings: [] });
});

test('a number is asked about when it lies further from the last one than the form lets pass', () => {
  const document = form([{ code: 'ND1.03', outlierPercent: 200 }]);
  const asked = (now: number, before: number) =>
    judge(document, [count('ND1.03', now)], [['ND1.03', before]]).warnings.length;
  expect([asked(30, 10), asked(31, 10), asked(4, 0), asked(5, 0), asked(0, 10)]).toEqual([
    ...[0, 1, 0, 1, 0],
  ]);
  expect(judge(document, [count('ND1.03', 500)]).warnings).toEqual([]);
});
