import { contradictionsOf, CriteriaDocument, previewCriteria } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { organisation } from '../service.ts';
import { norms, type VillageFacts } from './test-norm.ts';

const service = useService(organisation);
const { commune } = norms(service);

type Range = {
  metric: 'households' | 'population';
  from?: number;
  to?: number;
  fromIncluded: boolean;
  toIncluded: boolean;
};
type Condition = { ranges?: Range[]; tags?: string[] };
type Truth = boolean | null;

const and = (parts: Truth[]): Truth =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const or = (parts: Truth[]): Truth =>
  parts.includes(true) ? true : parts.includes(null) ? null : false;

function within(village: VillageFacts, range: Range): Truth {
  const value = village[range.metric];
  if (range.from === undefined && range.to === undefined) return true;
  if (value === undefined) return null;
  const { from = -1, to = Infinity, fromIncluded, toIncluded } = range;
  return (
    (value > from || (fromIncluded && value === from)) &&
    (value < to || (toIncluded && value === to))
  );
}

function met(village: VillageFacts, { ranges = [], tags = [] }: Condition): Truth {
  return and([
    ...ranges.map((range) => within(village, range)),
    ...tags.map((tag) => village.tags!.includes(tag)),
  ]);
}

/** The number of one village, calculated the way one reads the document; null where it stays open. */
function expected(document: CriteriaDocument, village: VillageFacts): [number, number] | null {
  const value = (one: {
    binding: string;
    members?: number;
    atLeast?: number;
    from?: number;
    to?: number;
  }) =>
    one.binding === 'range'
      ? ([one.from!, one.to!] as const)
      : one.binding === 'maximum'
        ? ([Math.min(one.atLeast!, one.members!), one.members!] as const)
        : ([one.members!, one.members!] as const);
  for (const rule of document.members) {
    const applies = met(village, rule.when as Condition);
    if (applies === null) return null;
    if (!applies) continue;
    for (const size of rule.classes.toReversed()) {
      const hit = or([
        rule.metric ? within(village, { ...size, metric: rule.metric } as Range) : true,
        ...size.anyOf.map((one) => met(village, one as Condition)),
      ]);
      if (hit === null) return null;
      if (!hit) continue;
      let base = value(size.value as never);
      for (const { when, value: other } of size.instead) {
        const flagged = met(village, when as Condition);
        if (flagged === null) return null;
        if (!flagged) continue;
        base = value(other as never);
        break;
      }
      let added = 0;
      for (const { metric, from, fromIncluded, step, add, count } of rule.increments) {
        const figure = village[metric as 'households'];
        if (figure === undefined) return null;
        if (figure < from || (figure === from && !fromIncluded)) continue;
        const over = (figure - from) * step.parts;
        const full = Math.floor(over / step.of);
        const begun = fromIncluded ? full + 1 : Math.ceil(over / step.of);
        added += add * (count === 'full' ? full : begun);
      }
      for (const { anyOf, add } of [...rule.modifiers, ...document.modifiers]) {
        const holds = or(anyOf.map((one) => met(village, one as Condition)));
        if (holds === null) return null;
        if (holds) added += add;
      }
      const most = Math.min(rule.cap ?? Infinity, document.cap ?? Infinity);
      const capped = (number: number) => Math.max(0, Math.min(number + added, most));
      return [capped(base[0]), capped(base[1])];
    }
    return null;
  }
  return null;
}

const metric = fc.constantFrom('households' as const, 'population' as const);
const edge = fc.integer({ min: 0, max: 12 }).map((n) => n * 100);
const bounds = fc
  .record(
    { from: edge, to: edge, fromIncluded: fc.boolean(), toIncluded: fc.boolean() },
    { requiredKeys: ['fromIncluded', 'toIncluded'] },
  )
  .map(({ from, to, ...included }) => {
    if (from === undefined || to === undefined) {
      return { ...included, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    }
    // A single number is a bracket only if it belongs to it at both ends.
    const ends = from === to ? { fromIncluded: true, toIncluded: true } : included;
    return { ...ends, from: Math.min(from, to), to: Math.max(from, to) };
  });
const tags = fc.subarray(['border', 'island']);
const condition = fc.record(
  {
    ranges: fc.array(
      fc.tuple(metric, bounds).map(([of, b]) => ({ ...b, metric: of })),
      { maxLength: 2 },
    ),
    tags,
  },
  { requiredKeys: [] },
);
const people = fc.integer({ min: 0, max: 9 });
const value = fc.oneof(
  fc.record({ binding: fc.constant('exact'), members: people }),
  fc.record({ binding: fc.constant('maximum'), members: people, atLeast: people }),
  fc
    .tuple(people, people)
    .map(([a, b]) => ({ binding: 'range', from: Math.min(a, b), to: Math.max(a, b) })),
);
const modifier = fc.record({
  name: fc.constant('thêm'),
  anyOf: fc.array(condition, { minLength: 1, maxLength: 2 }),
  add: fc.integer({ min: -2, max: 3 }),
});
const rule = fc.record({
  name: fc.constant('quy định'),
  when: condition,
  metric,
  classes: fc.array(
    fc
      .tuple(
        bounds,
        value,
        fc.array(condition, { maxLength: 1 }),
        fc.array(fc.record({ when: condition, value }), { maxLength: 2 }),
      )
      .map(([b, v, anyOf, instead]) => ({ ...b, value: v, anyOf, instead })),
    { minLength: 1, maxLength: 4 },
  ),
  increments: fc.array(
    fc.record({
      metric,
      from: edge,
      fromIncluded: fc.boolean(),
      step: fc.record({
        of: fc.constantFrom(50, 100, 350, 500),
        parts: fc.integer({ min: 1, max: 3 }),
      }),
      add: fc.integer({ min: 1, max: 2 }),
      count: fc.constantFrom('full', 'started'),
    }),
    { maxLength: 2 },
  ),
  modifiers: fc.array(modifier, { maxLength: 2 }),
  cap: fc.option(people),
});
const document = fc
  .record({
    name: fc.constant('Ngẫu nhiên'),
    certainty: fc.constant('illustrative'),
    members: fc.array(rule, { minLength: 1, maxLength: 3 }),
    modifiers: fc.array(modifier, { maxLength: 1 }),
    cap: fc.option(people),
  })
  .map((given) => sound(CriteriaDocument.parse(given)));

/** Without the brackets that contradict an earlier one: such a document is refused. */
function sound(drawn: CriteriaDocument): CriteriaDocument {
  const holds = (classes: CriteriaDocument['members'][number]['classes']) =>
    contradictionsOf({ ...drawn, members: [{ ...drawn.members[0]!, classes }] }).length === 0;
  const members = drawn.members.map((one) => ({
    ...one,
    classes: one.classes.reduce<typeof one.classes>(
      (kept, size) => (holds([...kept, size]) ? [...kept, size] : kept),
      [],
    ),
  }));
  return { ...drawn, members };
}

test('any document over any villages comes to what one reads in it', async () => {
  const figures = [undefined, 0, 99, 100, 167, 350, 667, 700, 1200];
  const villages: VillageFacts[] = [];
  for (const households of figures) {
    for (const population of [undefined, 100, 500, 1000]) {
      const named = {
        ...(households !== undefined && { households }),
        ...(population !== undefined && { population }),
      };
      const carried = villages.length % 4;
      const own = [...(carried & 1 ? ['border'] : []), ...(carried & 2 ? ['island'] : [])];
      villages.push({ ...named, tags: own });
    }
  }
  const { communeId, ids } = await commune(villages);
  await fc.assert(
    fc.asyncProperty(document, async (drawn) => {
      const question = { document: drawn, on: '2024-08-01', within: communeId, units: [communeId] };
      const listed = { level: 'village', changed: false, limit: 5000 } as const;
      const { items } = await service.call(previewCriteria, { ...question, ...listed });
      const rows = new Map(items.map(({ unit, members }) => [unit.id, members]));
      const found = ids.map((id) => {
        const members = rows.get(id);
        return members ? [members.min, members.max] : null;
      });
      expect(found).toEqual(villages.map((village) => expected(drawn, village)));
    }),
    { numRuns: 150 },
  );
}, 120_000);
