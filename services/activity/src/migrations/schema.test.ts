import { isProblemType } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { activity } from '../service.ts';

const service = useService(activity);

/** Constraints, indexes and defaults are written in the migrations alone. */
const migrationsOwn = /DROP (CONSTRAINT|INDEX|DEFAULT)|SET DEFAULT/;

test('the migrated tables have the columns that the entities describe', async () => {
  const { upQueries } = await service.db.driver.createSchemaBuilder().log();
  const missing = upQueries.map(({ query }) => query).filter((query) => !migrationsOwn.test(query));
  expect(missing).toEqual([]);
});

/** Rules that no command can break: the contracts refuse such input before, or no message carries it. */
const neverReached = [
  'achievement-kind-is-known',
  'achievement-not-found',
  'achievement-of-a-subject',
  'award-counts-is-known',
  'award-feed-ends-after-it-began',
  'award-feed-has-one-version-a-day',
  'award-form-ends-after-it-began',
  'award-individuals-is-known',
  'award-kind-is-known',
  'award-missing-is-known',
  'award-mode-is-known',
  'award-rule-ends-after-it-began',
  'award-state-is-known',
  'award-step-is-known',
  'award-subject-is-known',
  'criticism-subject-is-known',
  'movement-class-is-known',
  'safety-result-is-known',
  'file-of-content-not-found',
  'obstacle-is-solved-with-an-answer',
  'incident-act-is-known',
  'incident-kind-ends-after-it-began',
  'incident-kind-has-one-value-a-day',
  'incident-of-file-not-found',
  'incident-origin-is-known',
  'incident-state-is-known',
  'task-group-is-known',
  'publication-quota-ends-after-it-began',
  'quota-cycle-is-known',
  'campaign-combination-is-known',
  'campaign-round-ends-after-it-began',
  'campaign-rounds-do-not-overlap',
  'launch-manner-is-known',
  'round-revision-not-found',
  'score-step-is-known',
  'score-subject-is-known',
  'score-template-has-its-version',
  'grade-decision-has-its-revision',
  'grade-decision-not-found',
  'grade-scheme-ends-after-it-began',
  'grade-subject-is-known',
  'yearly-grade-is-known',
  'indicator-aggregation-is-known',
  'indicator-direction-is-known',
  'indicator-ends-after-it-began',
  'indicator-shape-is-known',
  'indicator-source-is-known',
  'form-ends-after-it-began',
  'report-cycle-is-known',
  'report-has-a-version-once-sent',
  'report-is-sent-once-a-period',
  'report-state-is-known',
  'report-version-has-its-number',
  'report-kind-ends-after-it-began',
  'report-nature-is-known',
  'reporting-period-ends-after-it-began',
  'reporting-periods-follow-each-other',
];

test('every rule the database keeps is a problem that people can read', async () => {
  const rules: { name: string }[] = await service.db.query(
    `select conname as name from pg_constraint
      where connamespace = 'activity'::regnamespace and contype in ('c', 'x', 'u', 'f')
        and conrelid <> 0 order by 1`,
  );
  const unnamed = rules
    .map(({ name }) => name.replaceAll('_', '-'))
    .filter((code) => !isProblemType(code) && !neverReached.includes(code));
  expect([...new Set(unnamed)]).toEqual([]);
});
