import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contradictionsOf } from './criteria-contradiction.rules.ts';
import { CriteriaDocument, type CriteriaDocumentInput } from './criteria-document.ts';

type Rule = CriteriaDocumentInput['members'][number];
type Size = Rule['classes'][number];

const of = (classes: Omit<Size, 'value'>[], rest: Partial<Rule> = {}) =>
  CriteriaDocument.parse({
    name: 'Tiêu chí',
    certainty: 'illustrative',
    members: [
      {
        name: 'Thôn',
        metric: 'households',
        classes: classes.map((one) => ({ ...one, value: { binding: 'exact', members: 3 } })),
        ...rest,
      },
    ],
  });
const told = (document: CriteriaDocument) =>
  contradictionsOf(document).map(({ code, path, bracket, other }) => [code, path, bracket, other]);

describe('brackets that contradict nothing', () => {
  test.each<[string, Omit<Size, 'value'>[]]>([
    ['one after the other', [{ to: 350 }, { from: 350, to: 500 }, { from: 500 }]],
    [
      'the border in the lower one',
      [
        { to: 350, toIncluded: true },
        { from: 350, fromIncluded: false },
      ],
    ],
    ['a higher one takes over from an open one', [{}, { from: 350 }, { from: 500, to: 800 }]],
    ['a single number', [{ from: 350, to: 350, toIncluded: true }]],
    ['a gap between them', [{ to: 300 }, { from: 400 }]],
  ])('%s', (_name, classes) => {
    expect(told(of(classes))).toEqual([]);
  });
});

test('a bracket that begins above its end takes no village', () => {
  expect(told(of([{ to: 350 }, { from: 500, to: 350 }]))).toEqual([
    ['criteria-bracket-bounds-cross', 'members.0.classes.1.from', 2, undefined],
  ]);
  expect(told(of([{ from: 350, to: 350 }]))).toHaveLength(1);
});

test('two brackets that take the same village are named, each by its number', () => {
  expect(told(of([{ to: 400 }, { from: 350, to: 500 }]))).toEqual([
    ['criteria-brackets-overlap', 'members.0.classes.1.from', 2, 1],
  ]);
  expect(told(of([{ to: 350, toIncluded: true }, { from: 350 }]))).toHaveLength(1);
  expect(told(of([{ from: 500 }, { from: 350 }]))).toHaveLength(1);
});

test('brackets without a measure are all met: a second one contradicts the first', () => {
  expect(told(of([{}, {}], { metric: null }))).toEqual([
    ['criteria-brackets-overlap', 'members.0.classes.1.from', 2, 1],
  ]);
});

test('a number of members that begins above its end is named with its bracket', () => {
  const value = { binding: 'range' as const, from: 5, to: 3 };
  expect(told(of([], { classes: [{ value }] }))).toEqual([
    ['criteria-bracket-members-cross', 'members.0.classes.0.value.from', 1, undefined],
  ]);
});

test('a condition that no village can meet is named, wherever it stands', () => {
  const never = { ranges: [{ metric: 'population' as const, from: 9, to: 5 }] };
  const document = CriteriaDocument.parse({
    ...of([{}], { when: never, modifiers: [{ name: 'Biên giới', add: 1, anyOf: [never] }] }),
    teams: { mode: 'clusters', alone: [never], units: { from: 2, to: 3 } },
  });
  expect(contradictionsOf(document).map(({ path }) => path)).toEqual([
    'teams.alone.0.ranges.0.from',
    'members.0.when.ranges.0.from',
    'members.0.modifiers.0.anyOf.0.ranges.0.from',
  ]);
});

test('steps of splitting rise; the same step on another condition is another step', () => {
  const split = (steps: { over: number; when?: { tags: string[] } }[]) =>
    CriteriaDocument.parse({
      ...of([{}]),
      teams: {
        mode: 'split-over',
        metric: 'households',
        members: 'each-team',
        steps: steps.map((one) => ({ ...one, teams: 2 })),
      },
    });
  expect(told(split([{ over: 700 }, { over: 1400 }]))).toEqual([]);
  expect(told(split([{ over: 700 }, { over: 500, when: { tags: ['border'] } }]))).toEqual([]);
  expect(told(split([{ over: 700 }, { over: 700 }]))).toEqual([
    ['criteria-brackets-overlap', 'teams.steps.1.over', 2, 1],
  ]);
});

const bounds = fc.record(
  {
    from: fc.integer({ min: 0, max: 8 }),
    to: fc.integer({ min: 0, max: 8 }),
    fromIncluded: fc.boolean(),
    toIncluded: fc.boolean(),
  },
  { requiredKeys: ['fromIncluded', 'toIncluded'] },
);
// Halves lie between the whole numbers that bounds are made of.
const sizes = Array.from({ length: 20 }, (_, n) => n / 2 - 0.5);
const takes = (one: Omit<Size, 'value'>, size: number) =>
  (one.from === undefined || size > one.from || (one.fromIncluded === true && size === one.from)) &&
  (one.to === undefined || size < one.to || (one.toIncluded === true && size === one.to));

test('whoever falls into a sound bracket falls into no earlier one that has an end', () => {
  fc.assert(
    fc.property(fc.array(bounds, { minLength: 1, maxLength: 4 }), (classes) => {
      const found = contradictionsOf(of(classes));
      const empty = classes.some((one) => !sizes.some((size) => takes(one, size)));
      const twice = classes.some((after, n) =>
        classes.slice(0, n).some((before) => {
          const both = sizes.some((size) => takes(before, size) && takes(after, size));
          // All that the later one takes, and something less: the higher one counts.
          const rises =
            before.to === undefined &&
            sizes.some(
              (size) => takes(before, size) && !sizes.some((s) => s <= size && takes(after, s)),
            );
          return both && !rises;
        }),
      );
      expect(found.length > 0).toBe(empty || twice);
    }),
    { numRuns: 2000 },
  );
});
