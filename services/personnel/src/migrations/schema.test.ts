import { isProblemType } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { personnel } from '../service.ts';

const service = useService(personnel);

/** Constraints, indexes and defaults are written in the migrations alone. */
const migrationsOwn = /DROP (CONSTRAINT|INDEX|DEFAULT)|SET DEFAULT/;

test('the migrated tables have the columns that the entities describe', async () => {
  const { upQueries } = await service.db.driver.createSchemaBuilder().log();
  const missing = upQueries.map(({ query }) => query).filter((query) => !migrationsOwn.test(query));
  expect(missing).toEqual([]);
});

/** Rules that no command can break: the contracts refuse such input before, or no message carries it. */
const neverReached = [
  'budget-is-of-something',
  'budget-kind-is-known',
  'budget-place',
  'budget-request-place',
  'budget-request-state-is-known',
  'budget-spending-is-of-something',
  'budget-spending-place',
  'receiving-body-is-known',
  'recruitment-has-places',
  'channel-is-known',
  'claim-kind-is-known',
  'detail-has-a-slot',
  'duty-kind-is-known',
  'detail-keeps-its-number-sealed',
  'detail-kind-is-known',
  'judgement-is-known',
  'merged-into-not-found',
  'one-of-the-two-is-kept',
  'order-kind-is-known',
  'outcome-is-known',
  'pair-is-noted-once',
  'people-are-in-order',
  'person-file-kind-is-known',
  'person-is-not-merged-into-itself',
  'second-person-not-found',
  'shift-state-is-known',
  'absence-kind-is-known',
  'attendance-not-found',
  'attendance-result-is-known',
  'certificate-needs-a-course-attended',
  'claim-amount-is-of-something',
  'certificate-state-is-known',
  'cessation-conduct-is-known',
  'cessation-ground-is-known',
  'cessation-state-is-known',
  'course-kind-is-known',
  'decided-cessation-has-a-day',
  'education-is-known',
  'end-decision-not-found',
  'issue-category-is-known',
  'issue-is-some',
  'issue-norm-ends-after-it-began',
  'issue-norm-says-how-many',
  'issue-phase-is-known',
  'issue-return-kind-is-known',
  'issue-season-is-known',
  'position-is-known',
  'remark-heading-is-known',
  'posting-ends-after-it-began',
  'claim-measure-is-possible',
  'severance-ground-is-known',
  'severance-is-for-service',
  'severance-outcome-is-known',
  'setting-ends-after-it-began',
  'sex-is-known',
  'team-move-not-found',
  'decision-is-named-once',
  'bank-payment-has-an-account',
  'payment-batch-has-its-number',
  'payment-channel-is-known',
  'payment-is-some',
  'payment-state-is-known',
  'recovery-is-at-the-office',
  'payroll-is-of-a-month',
  'payroll-line-is-somebodys',
  'payroll-line-kind-is-known',
  'payroll-line-payee-is-known',
  'payroll-state-is-known',
  'policy-ends-after-it-began',
  'policy-status-is-known',
  'province-is-summed-once',
  'rate-value-ends-after-it-began',
];

test('every rule the database keeps is a problem that people can read', async () => {
  const rules: { name: string }[] = await service.db.query(
    `select conname as name from pg_constraint
      where connamespace = 'personnel'::regnamespace and contype in ('c', 'x', 'u', 'f')
        and conrelid <> 0 order by 1`,
  );
  const unnamed = rules
    .map(({ name }) => name.replaceAll('_', '-'))
    .filter((code) => !isProblemType(code) && !neverReached.includes(code));
  expect([...new Set(unnamed)]).toEqual([]);
});
