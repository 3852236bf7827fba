import type { Metric, NormStep } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { columnOf } from './fact.rules.ts';
import { largest, lowest, metricsOf, modifiersOf } from './member-statement.rules.ts';
import type { Applied } from './norm-statement.rules.ts';

/** A row of the compiled statement with the columns of every step. */
export type Detail = Record<string, number | string | boolean | null>;

/** The steps as the statement took them: nothing is calculated here again. */
export function stepsOf(
  { document, snapshotDay }: Applied,
  detail: Detail | null,
  sharing: { id: string; name: string }[],
  validFrom: PlainDate,
): NormStep[] {
  const number = (column: string) => (detail?.[column] ?? null) as number | null;
  const steps: NormStep[] = document.readings.map(({ question, options, chosen }) => ({
    step: 'reading',
    question,
    chosen: options.find(({ id }) => id === chosen)?.text ?? chosen,
  }));
  const { of, reviewYears } = document.snapshot;
  steps.push({
    step: 'snapshot',
    of,
    day: of === 'latest' ? snapshotDay : snapshotDay || validFrom,
    reviewYears,
  });
  const ruleNumber = Math.abs(number('rule') ?? 0);
  const rule = document.members[ruleNumber - 1];
  const read = metricsOf(document, rule ? ruleNumber - 1 : document.members.length - 1);
  const shared = sharing.length > 1;
  for (const metric of read) steps.push(figureStep(metric, detail, shared));
  if (shared) {
    steps.push({ step: 'cluster', units: sharing, leftOver: detail?.left_over === true });
  }
  if (!rule || (number('rule') ?? 0) < 0) return steps;
  steps.push({ step: 'rule', index: ruleNumber, name: rule.name, article: rule.article });
  const size = rule.classes[(number('size') ?? 0) - 1];
  if (!size) return steps;
  const flag = Math.max(0, number('flag') ?? 0);
  const replaced = size.instead[flag - 1];
  const value = replaced?.value ?? size.value;
  steps.push({
    step: 'class',
    index: number('size')!,
    metric: rule.metric,
    from: size.from ?? null,
    fromIncluded: size.fromIncluded,
    to: size.to ?? null,
    toIncluded: size.toIncluded,
    byAlternative: detail?.by_alternative === true,
    flag: flag || null,
    min: number('base_min') ?? lowest(value),
    max: number('base_max') ?? largest(value),
    binding: value.binding,
    certainty: replaced?.certainty ?? size.certainty ?? document.certainty,
  });
  for (const [n, increment] of rule.increments.entries()) {
    const { metric, from, step, count, add, certainty = document.certainty } = increment;
    const [stepOf, stepParts, taken] = [step.of, step.parts, number(`steps_${n + 1}`)];
    if (taken === null) continue;
    const told = { metric, from, stepOf, stepParts, count, add, certainty };
    steps.push({ step: 'increment', ...told, steps: taken });
  }
  for (const [n, { name, certainty = document.certainty }] of modifiersOf(
    document,
    rule,
  ).entries()) {
    const add = number(`modifier_${n + 1}`);
    if (add) steps.push({ step: 'modifier', name, add, certainty });
  }
  let before = (number('base_max') ?? 0) + (number('added') ?? 0);
  for (const [which, cap] of [
    ['rule', rule.cap],
    ['document', document.cap],
  ] as const) {
    if (cap === null || before <= cap) continue;
    steps.push({ step: 'cap', of: which, cap, before });
    before = cap;
  }
  const teams = number('teams') ?? 1;
  if (document.teams.mode === 'split-over' && teams > 1) {
    steps.push({ step: 'teams', teams, members: document.teams.members });
  }
  return steps;
}

function figureStep(metric: Metric, detail: Detail | null, shared: boolean): NormStep {
  const read = metric === 'area-ha' ? 'area-km2' : metric;
  const value = detail?.[columnOf[metric]];
  if (value === null || value === undefined) return { step: 'figure', metric, figure: null };
  const measuredOn = detail?.[`${columnOf[read]}_on`];
  const source = detail?.[`${columnOf[read]}_source`];
  return {
    step: 'figure',
    metric,
    figure: {
      metric,
      value: Number(value),
      // A cluster's figure is the sum of its villages'; each has its own day.
      measuredOn: shared ? null : ((measuredOn as string | undefined) ?? null),
      source: shared ? '' : ((source as string | undefined) ?? ''),
    },
  };
}
