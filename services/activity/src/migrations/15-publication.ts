import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readIncidentKinds } from '../incident-kinds/incident-kind-file.ts';
import { installIncidentKinds } from '../incident-kinds/install-incident-kinds.ts';
import { installPublicationQuotas } from '../publications/install-quotas.ts';

const statements = [
  `create table publication_quota (
    id uuid primary key,
    code text not null,
    unit_id uuid,
    name text not null,
    name_en text not null,
    medium text not null,
    kinds text[] not null,
    cycle text not null constraint quota_cycle_is_known check (cycle in ('week', 'month', 'document')),
    least int not null,
    levels text[] not null,
    certainty text,
    citation text not null,
    valid_from date not null,
    valid_to date,
    constraint publication_quota_ends_after_it_began check (valid_to > valid_from),
    constraint publication_quota_has_one_value_a_day
      exclude using gist (code with =, (coalesce(unit_id::text, '')) with =,
                          daterange(valid_from, valid_to) with &&)
  )`,
  // Taken out it stays to be seen, with the reason.
  `create table publication (
    id uuid primary key,
    unit_id uuid not null,
    medium text not null,
    kind text not null,
    title text not null,
    outlet text not null,
    link text not null,
    published_on date not null,
    instrument_id uuid,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    withdrawn_because text,
    withdrawn_by text,
    constraint portal_publishes_documents
      check ((medium = 'portal') = (instrument_id is not null) and (medium = 'portal') = (kind = 'document'))
  )`,
  `create index publication_of_unit on publication (unit_id, medium, published_on) where withdrawn_because is null`,
  `create index publication_day on publication (published_on desc, id desc)`,
];

export class Publication15 implements MigrationInterface {
  name = 'Publication1770000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await installPublicationQuotas(runner);
    await installIncidentKinds(runner);
    // The log of incidents suggests ND1.02 (reporting BR-12); what ships is told so where it was installed before.
    const incident = readIncidentKinds().find(({ code }) => code === 'incident')!;
    await runner.query(
      `update incident_kind set feeds = $1 where code = 'incident' and unit_id is null`,
      [JSON.stringify(incident.feeds)],
    );
  }

  async down(): Promise<void> {
    throw new Error('What was published is not dropped; restore a backup.');
  }
}
