import { readings, type CoverageMetric } from './metric.rules.ts';

/**
 * ColorBrewer YlGnBu without its darkest step, on which names could not be read: safe for the
 * colour-blind, readable in grey.
 */
export const sequential = ['#ffffcc', '#c7e9b4', '#7fcdbb', '#41b6c4', '#2c7fb8'] as const;

/** ColorBrewer PuOr around zero: orange for short of, purple for over. */
export const diverging = ['#e66101', '#fdb863', '#f7f7f7', '#b2abd2', '#5e3c99'] as const;

/** A class of the legend: values from `from` (included) to `to` (excluded; null = and above). */
export type ScaleClass = { from: number | null; to: number | null; colour: string };

/** How figures become five colours; `rule` is what the legend says about it. */
export type Scale = {
  kind: 'share' | 'difference' | 'count';
  rule: 'fixed' | 'quantile';
  classes: ScaleClass[];
};

/** The same on every day, so that moving the day compares like with like. */
const shareSteps = [0.5, 0.7, 0.85, 1];
const differenceSteps = [-2, 0, 1, 3];

function between(steps: number[], colours: readonly string[]): ScaleClass[] {
  return colours.slice(0, steps.length + 1).map((colour, index) => ({
    from: steps[index - 1] ?? null,
    to: steps[index] ?? null,
    colour,
  }));
}

/** Whole-number steps that cut the values into about equal parts; fewer where values repeat. */
export function quantileSteps(values: number[], parts: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const steps = new Set<number>();
  for (let part = 1; part < parts; part++) {
    const step = sorted[Math.floor((part * sorted.length) / parts)];
    if (step !== undefined && step > sorted[0]!) steps.add(step);
  }
  return [...steps];
}

export const shareScale: Scale = {
  kind: 'share',
  rule: 'fixed',
  classes: between(shareSteps, sequential),
};

export function scaleFor(metric: CoverageMetric, values: (number | null)[]): Scale {
  const { kind } = readings[metric];
  if (kind === 'share') return shareScale;
  if (kind === 'difference') {
    return { kind, rule: 'fixed', classes: between(differenceSteps, diverging) };
  }
  return countScale(values);
}

/** Classes of about as many units each; nought apart, and one class where all are alike. */
export function countScale(values: readonly (number | null)[]): Scale {
  const known = values.filter((value) => value !== null);
  const some = known.filter((value) => value > 0);
  const [one] = some;
  if (one !== undefined && known.every((value) => value === one)) {
    const [colour] = sequential;
    return { kind: 'count', rule: 'quantile', classes: [{ from: one, to: one + 1, colour }] };
  }
  // Nothing at all is no small number: it stands in a class of its own.
  const steps =
    some.length < known.length ? [1, ...quantileSteps(some, 4)] : quantileSteps(some, 5);
  return { kind: 'count', rule: 'quantile', classes: between(steps, sequential) };
}

/** The class a value falls in; null for no data. */
export function classOf({ classes }: Scale, value: number | null): number | null {
  if (value === null) return null;
  const index = classes.findIndex(({ to }) => to === null || value < to);
  return index === -1 ? null : index;
}

/** How many values fall in each class, and how many have no data. */
export function classCounts(scale: Scale, values: (number | null)[]) {
  const counts = scale.classes.map(() => 0);
  let none = 0;
  for (const value of values) {
    const index = classOf(scale, value);
    if (index === null) none++;
    else counts[index]!++;
  }
  return { counts, none };
}
