import type {
  CriteriaDocument,
  MemberCount,
  MemberIncrement,
  MemberModifier,
  MemberRule,
  Metric,
} from '@antt/contracts';
import type { FactReader } from './fact.rules.ts';

/** A class of a rule, as one number. */
const slotOf = (rule: number, size: number) => rule * 100 + size;

/**
 * The steps from the facts of a team to its number of members, as columns that build on one another. A
 * number below zero says that a figure is missing which would decide; null that nothing applies.
 */
export function memberSteps(document: CriteriaDocument, facts: FactReader): string[][] {
  const rules = document.members;
  const bind = (value: unknown, type: string) => facts.parameters.bind(value, type);
  const int = (value: number | null) => bind(value, 'int');
  const most = (of: (rule: MemberRule) => readonly unknown[]) =>
    Math.max(0, ...rules.map((rule) => of(rule).length));
  const increments = Array.from({ length: most((rule) => rule.increments) }, (_, n) => n);
  const modifiers = Array.from(
    { length: most((rule) => modifiersOf(document, rule)) },
    (_, n) => n,
  );

  /** `case rule when 1 then … end` */
  const byRule = (of: (rule: MemberRule) => string | null, otherwise?: string) =>
    cases(
      'rule',
      rules.map((rule, n) => [n + 1, of(rule)]),
      otherwise,
    );
  const classes = rules.flatMap((rule, r) =>
    rule.classes.map((size, c) => ({ rule, size, slot: slotOf(r + 1, c + 1) })),
  );
  const bySlot = (of: (entry: (typeof classes)[number]) => string | null, otherwise?: string) =>
    cases(
      'slot',
      classes.map((entry) => [entry.slot, of(entry)]),
      otherwise,
    );
  const values = classes.flatMap(({ size, slot }) =>
    [size, ...size.instead].map(({ value }, flag) => ({ value, key: slot * 100 + flag })),
  );
  const byValue = (of: (value: MemberCount) => string | null) =>
    cases(
      'slot * 100 + flag',
      values.map(({ value, key }) => [key, of(value)]),
    );

  return [
    [`${chosen(rules.map((rule) => facts.condition(rule.when)))} as rule`],
    [
      `${byRule(({ metric, classes: sizes }) => {
        const met = sizes.map((size) => {
          const range = metric ? facts.range({ metric, ...size }) : 'true';
          return size.anyOf.length > 0 ? `(${range} or ${facts.any(size.anyOf)})` : range;
        });
        return highest(met);
      })} as size`,
    ],
    [`case when rule > 0 and size > 0 then rule * 100 + size end as slot`],
    [
      `${bySlot(
        ({ size }) =>
          size.instead.length === 0
            ? null
            : `coalesce(${chosen(size.instead.map(({ when }) => facts.condition(when)))}, 0)`,
        '0',
      )} as flag`,
      `${bySlot(
        ({ rule, size }) =>
          size.anyOf.length === 0 || !rule.metric
            ? null
            : `(${facts.range({ metric: rule.metric, ...size })}) is not true`,
        'false',
      )} as by_alternative`,
    ],
    [
      `${byValue((value) => int(lowest(value)))} as base_min`,
      `${byValue((value) => int(largest(value)))} as base_max`,
      `${byValue(({ binding }) => bind(binding, 'text'))} as binding`,
      ...increments.map((n) => {
        const steps = byRule((rule) => stepsOf(rule.increments[n], facts), '0');
        return `${steps} as steps_${n + 1}`;
      }),
      ...modifiers.map((n) => {
        const added = byRule((rule) => addedBy(modifiersOf(document, rule)[n], facts), '0');
        return `${added} as modifier_${n + 1}`;
      }),
    ],
    [
      `${[
        '0',
        ...increments.map((n) => {
          const add = byRule((rule) => int(rule.increments[n]?.add ?? 0));
          return `steps_${n + 1} * ${add}`;
        }),
        ...modifiers.map((n) => `modifier_${n + 1}`),
      ].join(' + ')} as added`,
      `${byRule(({ cap }) => int(cap))} as rule_cap`,
      `${int(document.cap)} as document_cap`,
      `${byRule((rule) => int((rule.positions ?? document.positions).leaders))} as each_leaders`,
      `${byRule((rule) => int((rule.positions ?? document.positions).deputies))} as each_deputies`,
    ],
    // least() passes over nulls, and over what is missing as well
    [
      `case when base_min + added is not null
            then greatest(least(base_min + added, rule_cap, document_cap), 0) end as team_min`,
      `case when base_max + added is not null
            then greatest(least(base_max + added, rule_cap, document_cap), 0) end as team_max`,
    ],
  ];
}

export function modifiersOf(document: CriteriaDocument, rule: MemberRule): MemberModifier[] {
  return [...rule.modifiers, ...document.modifiers];
}

/** The metrics that decide by the rule, or whether it applies. */
export function metricsOf(document: CriteriaDocument, index: number): Metric[] {
  const metrics = new Set<Metric>();
  const read = JSON.stringify([
    document.members.slice(0, index + 1).map(({ when }) => when),
    document.members[index],
    document.modifiers,
    document.teams,
  ]);
  for (const [, metric] of read.matchAll(/"metric":"([a-z0-9-]+)"/g)) metrics.add(metric as Metric);
  metrics.delete('units');
  return [...metrics];
}

export function lowest(value: MemberCount): number | null {
  switch (value.binding) {
    case 'exact':
      return value.members;
    case 'maximum':
      return Math.min(value.atLeast, value.members);
    case 'range':
      return value.from;
    case 'unknown':
      return null;
  }
}

export function largest(value: MemberCount): number | null {
  if (value.binding === 'unknown') return null;
  return value.binding === 'range' ? value.to : value.members;
}

/** The first that holds; below zero if one before it cannot be told. */
function chosen(conditions: readonly string[]): string {
  const certain = conditions.indexOf('true');
  const asked = certain === -1 ? conditions : conditions.slice(0, certain);
  if (asked.length === 0) return certain === -1 ? 'null::int' : '1';
  const arms = asked.map((condition, n) => arm(condition, n + 1));
  return `case ${arms.join(' ')}${certain === -1 ? '' : ` else ${certain + 1}`} end`;
}

/** The highest that is met; below zero if a higher one cannot be told. */
function highest(conditions: readonly string[]): string {
  const arms: string[] = [];
  for (let n = conditions.length; n > 0; n -= 1) {
    const condition = conditions[n - 1]!;
    if (condition === 'true')
      return arms.length > 0 ? `case ${arms.join(' ')} else ${n} end` : `${n}`;
    arms.push(arm(condition, n));
  }
  return `case ${arms.join(' ')} end`;
}

function arm(condition: string, n: number): string {
  return `when ${condition} then ${n} when (${condition}) is null then -${n}`;
}

function cases(
  subject: string,
  arms: readonly (readonly [number, string | null])[],
  otherwise?: string,
): string {
  const told = arms.filter(([, then]) => then !== null && then !== otherwise);
  if (told.length === 0) return otherwise ?? 'null';
  const rest = otherwise === undefined ? '' : ` else ${otherwise}`;
  return `case ${subject} ${told.map(([when, then]) => `when ${when} then ${then}`).join(' ')}${rest} end`;
}

/** Far above any text; a step too small to be meant still leaves a number that can be added up. */
const mostSteps = 10_000;

/** div() and mod() are exact where a quotient would be rounded: a step may be a third of 500. */
function stepsOf(increment: MemberIncrement | undefined, facts: FactReader): string | null {
  if (!increment) return null;
  const { metric, from, fromIncluded, step, count } = increment;
  const column = facts.metric(metric);
  const number = (value: number) => facts.parameters.bind(value, 'numeric');
  const [start, parts, of] = [number(from), number(step.parts), number(step.of)];
  const over = `(${column} - ${start}) * ${parts}`;
  const full = `div(${over}, ${of})`;
  const begun = fromIncluded
    ? `${full} + 1`
    : `${full} + case when mod(${over}, ${of}) > 0 then 1 else 0 end`;
  const reached = `${column} ${fromIncluded ? '>=' : '>'} ${start}`;
  return `case when ${column} is null then null when ${reached}
               then least(${count === 'full' ? full : begun}, ${mostSteps})::int else 0 end`;
}

function addedBy(modifier: MemberModifier | undefined, facts: FactReader): string | null {
  if (!modifier) return null;
  const condition = facts.any(modifier.anyOf);
  const add = facts.parameters.bind(modifier.add, 'int');
  return `case when ${condition} then ${add} when (${condition}) is null then null else 0 end`;
}
