import type { Coverage } from './coverage.ts';
import { expect, test } from '@jest/globals';
import { readings } from './metric.rules.ts';
import { classCounts, classOf, countScale, quantileSteps, scaleFor } from './scale.rules.ts';

const commune = (figures: { decided: number | null; active: number; teamsWith?: number }) =>
  ({
    villages: 8,
    coveredVillages: 6,
    teams: { norm: null, decided: figures.decided, active: figures.active },
    workplaces: { teamsWith: figures.teamsWith ?? 0, total: 0 },
  }) as Coverage;

test('a commune without a quota is neither short of teams nor over', () => {
  expect(readings.teams.value(commune({ decided: null, active: 3 }))).toBeNull();
  expect(readings.teams.value(commune({ decided: 5, active: 3 }))).toBe(-2);
});

test('a commune without a team has no share of workplaces', () => {
  expect(readings.workplaces.value(commune({ decided: 5, active: 0 }))).toBeNull();
  expect(readings.workplaces.value(commune({ decided: 5, active: 4, teamsWith: 1 }))).toBe(0.25);
});

test('full coverage stands in a class of its own', () => {
  const scale = scaleFor('coverage', []);
  expect(classOf(scale, 1)).toBe(4);
  expect(classOf(scale, 0.999)).toBe(3);
  expect(classOf(scale, 0)).toBe(0);
});

test('exactly as many teams as decided is the middle of the difference', () => {
  const scale = scaleFor('teams', []);
  expect([-3, -2, -1, 0, 1, 2, 3].map((value) => classOf(scale, value))).toEqual([
    0, 1, 1, 2, 3, 3, 4,
  ]);
});

test('quantiles of repeated values make fewer classes, never an empty one', () => {
  expect(quantileSteps([5, 5, 5, 5], 5)).toEqual([]);
  expect(quantileSteps([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).toEqual([3, 5, 7, 9]);
  expect(quantileSteps([], 5)).toEqual([]);
});

test('units with nothing stand in a class of their own, apart from those with a little', () => {
  const values = [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, null];
  const scale = scaleFor('work', values);
  expect(scale.classes.map(({ from, to }) => [from, to])).toEqual([
    [null, 1],
    [1, 3],
    [3, 5],
    [5, 7],
    [7, null],
  ]);
  expect(classCounts(scale, values)).toEqual({ counts: [3, 2, 2, 2, 2], none: 1 });
  expect(classCounts(scaleFor('work', [0, 0]), [0, 0])).toEqual({ counts: [2, 0], none: 0 });
});

test('units that all have the same stand in one class, which names it', () => {
  const { classes } = scaleFor('work', [37, 37, null]);
  expect(classes).toMatchObject([{ from: 37, to: 38 }]);
  expect(classCounts(scaleFor('work', [37, 37, null]), [37, 37, null])).toEqual({
    counts: [2],
    none: 1,
  });
});

test('work that nobody has counted is not known, and none is none', () => {
  const row = commune({ decided: 5, active: 3 });
  expect(readings.work.value(row)).toBeNull();
  expect(readings.work.value({ ...row, work: 0 })).toBe(0);
});

test('every unit is counted once in the legend', () => {
  const values = [0.1, 0.6, 0.6, 0.9, 1, null];
  const { counts, none } = classCounts(scaleFor('coverage', values), values);
  expect(counts).toEqual([1, 2, 0, 1, 1]);
  expect(none).toBe(1);
});

test('counts of people are cut like those of work', () => {
  for (const values of [
    [0, 0, 1, 5, 9, null],
    [3, 3],
    [4, 8, 15, 16, 23, 42],
  ]) {
    expect(countScale(values)).toEqual(scaleFor('work', values));
  }
  expect(countScale([0, 3, 9]).classes[0]).toMatchObject({ from: null, to: 1 });
});
