import { PolicyDocument } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { oracle, type OraclePerson } from './pay-oracle.ts';
import { payFixture } from './test-pay.ts';

const service = useService(personnel);
const { place, tag, detail, order, shift, serving, owed } = payFixture(service);

const month = '2026-06';
const positions = ['leader', 'deputy', 'ordinary'] as const;
const tags = ['border', 'key-commune'];

const condition = fc.record(
  {
    positions: fc.subarray([...positions], { minLength: 1 }),
    education: fc.constant(['university' as const, 'college' as const]),
    tags: fc.subarray(tags, { minLength: 1 }),
    withoutTags: fc.subarray(tags, { minLength: 1 }),
    minority: fc.boolean(),
    socialInsurance: fc.constantFrom(['own' as const], ['none' as const]),
    days: fc.constantFrom({ from: '2026-06-11' }, { to: '2026-06-21' }),
  },
  { requiredKeys: [] },
);
const value = fc.oneof(
  fc.record({ vnd: fc.integer({ min: 0, max: 3_000_001 }) }),
  fc.record({
    times: fc.constantFrom('0.7', '0.333', '1.05'),
    of: fc.constant([{ table: 'base-wage' as const }]),
  }),
);
const ofLines = fc.record({
  times: fc.constantFrom('0.8', '0.125', '1'),
  ofLines: fc.constant(['base']),
});
const round = fc.record({
  to: fc.constantFrom(1 as const, 100 as const, 1_000 as const),
  mode: fc.constantFrom('nearest' as const, 'up' as const, 'down' as const),
});
const rates = (values: fc.Arbitrary<object>) =>
  fc.array(fc.record({ when: condition, value: values }), {
    minLength: 1,
    maxLength: 3,
  });
const item = 'monthly-support' as const;
const documents: fc.Arbitrary<unknown> = fc
  .record({
    proration: fc.constantFrom(
      'full-month' as const,
      'half-month' as const,
      'calendar-days' as const,
    ),
    base: rates(value),
    extra: rates(ofLines),
    other: rates(value),
    night: rates(value),
    round,
    cap: fc.option(fc.integer({ min: 1, max: 8 })),
    includes: fc.boolean(),
    keep: fc.option(fc.constantFrom('first' as const, 'highest' as const)),
    suspension: fc.boolean(),
  })
  .map(({ proration, base, extra, other, night, cap, includes, keep, suspension, ...rest }) => ({
    ...{ name: 'Ngẫu nhiên', certainty: 'illustrative' as const, proration },
    absences: { suspension, leave: true },
    exclusive: keep ? [{ lines: ['base', 'other'], keep }] : [],
    lines: [
      {
        code: 'base',
        item,
        label: 'base',
        rates: base,
        includes: includes ? ['extra'] : [],
        ...rest,
      },
      { code: 'extra', item, label: 'extra', rates: extra },
      { code: 'other', item, label: 'other', rates: other, ...rest },
      {
        ...{ code: 'night', item: 'night-duty' as const, label: 'night', rates: night },
        basis: { per: 'duty' as const, duty: 'night' as const, leastHours: 4 },
        cap: cap ? { most: cap } : null,
      },
    ],
  }));

const dayOfJune = fc.integer({ min: 0, max: 29 }).map((n): PlainDate => addDays('2026-06-01', n));
const span = fc
  .tuple(dayOfJune, fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const people: fc.Arbitrary<OraclePerson> = fc.record({
  postings: fc
    .tuple(
      fc.boolean(),
      fc.uniqueArray(dayOfJune, { maxLength: 3 }),
      fc.array(fc.constantFrom(...positions), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([before, days, titles, ends]) => {
      const starts = [...(before ? ['2025-01-01'] : []), ...days.sort()];
      return starts.map((from, n) => ({
        ...{ id: randomUUID(), position: titles[n]!, from },
        to: starts[n + 1] ?? (ends ? addDays(from < '2026-06-01' ? '2026-06-01' : from, 9) : null),
      }));
    }),
  tags: fc.subarray(tags),
  education: fc.constantFrom('university', 'lower-secondary'),
  minority: fc.boolean(),
  insured: fc.array(span, { maxLength: 1 }),
  suspended: fc.array(span, { maxLength: 1 }),
  nights: fc.uniqueArray(dayOfJune, { maxLength: 12 }),
});

/** Puts the person there as rows; each has a team of their own, so that any may lead. */
async function arrange(person: OraclePerson) {
  const here = await place();
  await tag(here.communeId, person.tags);
  const [first, ...others] = person.postings;
  const made = await serving(here, {
    ...{ position: first!.position, from: first!.from, to: first!.to },
    ...{ education: person.education, ethnicity: person.minority ? 'Tày' : 'Kinh' },
  });
  for (const { id, position, from, to } of others) {
    await service.db.query(
      'insert into posting (id, person_id, team_id, position, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6)',
      [id, made.personId, here.teamId, position, from, to],
    );
  }
  for (const { from, to } of person.insured) {
    await detail(made.personId, { kind: 'insurance', scheme: 'social', cover: 'own' }, from, to);
  }
  for (const { from, to } of person.suspended) {
    await service.db.query(
      `insert into absence (id, person_id, kind, valid_from, valid_to, decision_id)
       select gen_random_uuid(), $1, 'suspension', $2, $3, decision_id from posting where id = $4`,
      [made.personId, from, to, made.postingId],
    );
  }
  const orderId = await order(here.communeId);
  for (const night of person.nights) {
    await shift(made, [`${night}T22:00`, `${addDays(night, 1)}T06:00`], { orderId });
  }
  return here.communeId;
}

test('random people under random policies are owed what one reckons day by day, to the đồng', async () => {
  await fc.assert(
    fc.asyncProperty(documents, people, async (said, person) => {
      fc.pre(person.postings.length > 0);
      const document = PolicyDocument.parse(said);
      const communeId = await arrange(person);
      const rows = await owed(month, [communeId], [document]);
      const sums = new Map<string, number>();
      for (const { code, amount } of rows) {
        if (amount) sums.set(code, (sums.get(code) ?? 0) + amount);
      }
      expect(Object.fromEntries([...sums].sort())).toEqual(
        Object.fromEntries([...oracle(document, person, month)].sort()),
      );
    }),
    { numRuns: 80 },
  );
}, 180_000);
