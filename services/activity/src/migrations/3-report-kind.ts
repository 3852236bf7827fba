import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installReportKinds } from '../report-kinds/install-report-kinds.ts';

const statements = [
  `create table report_kind (
    id uuid primary key,
    code text not null,
    unit_id uuid,
    name text not null,
    name_en text not null,
    nature text not null
      constraint report_nature_is_known check (nature in ('periodic', 'thematic', 'ad-hoc')),
    senders text[] not null,
    route jsonb not null,
    cycle text not null constraint report_cycle_is_known
      check (cycle in ('month', 'quarter', 'half-year', 'year', 'dates', 'unset')),
    "window" jsonb,
    cut_off jsonb,
    due jsonb,
    dates jsonb not null,
    strict boolean not null,
    roll_over boolean not null,
    grace_days int not null,
    resubmission_days int not null,
    certainty text,
    citation text not null,
    in_use boolean not null,
    valid_from date not null,
    valid_to date,
    constraint report_kind_ends_after_it_began check (valid_to > valid_from),
    constraint report_kind_has_one_value_a_day
      exclude using gist (code with =, (coalesce(unit_id::text, '')) with =,
                          daterange(valid_from, valid_to) with &&)
  )`,
  `create table form (
    id uuid primary key,
    kind_code text not null,
    sender text not null,
    unit_id uuid,
    document jsonb not null,
    certainty text,
    citation text not null,
    valid_from date not null,
    valid_to date,
    constraint form_ends_after_it_began check (valid_to > valid_from),
    constraint form_has_one_version_a_day
      exclude using gist (kind_code with =, sender with =, (coalesce(unit_id::text, '')) with =,
                          daterange(valid_from, valid_to) with &&)
  )`,
  // Terms are worked out once and stored: whether a report is late is a comparison, not a calculation.
  `create table reporting_period (
    id uuid primary key,
    province_id uuid not null,
    kind_code text not null,
    kind_id uuid not null,
    name text not null,
    from_on date not null,
    to_on date not null,
    cut_off_on date not null,
    due_on date not null,
    late_from timestamptz not null,
    closes_from timestamptz not null,
    working_days int not null,
    resubmission_days int not null,
    constraint report_kind_not_found foreign key (kind_id) references report_kind (id),
    constraint reporting_period_ends_after_it_began check (to_on >= from_on),
    constraint reporting_periods_follow_each_other
      exclude using gist (province_id with =, kind_code with =, daterange(from_on, to_on, '[]') with &&)
  )`,
  `create index reporting_period_order on reporting_period (province_id, to_on desc, kind_code)`,
  // The form that a kind of sender reports by: fixed with the first report of the period.
  `create table period_form (
    period_id uuid not null,
    sender text not null,
    form_id uuid not null,
    primary key (period_id, sender),
    constraint reporting_period_not_found foreign key (period_id) references reporting_period (id),
    constraint form_not_found foreign key (form_id) references form (id)
  )`,
  // Teams and units that stand in a province on a day, in the tree of that day, with their commune.
  `create function standing_senders(province uuid, day date)
     returns table (sender text, sender_id uuid, commune_id uuid)
   language sql stable parallel safe as $$
     with below as (select id from unit_below(array[province], day))
     select u.level, u.id, case when u.level = 'commune' then u.id end
       from below b join unit u on u.id = b.id and u.level in ('province', 'district', 'commune')
       join unit_version v on v.unit_id = u.id
        and v.valid_from <= day and (v.valid_to is null or day < v.valid_to)
     union all
     select 'team', t.team_id, t.commune_id
       from below b join team_commune t on t.commune_id = b.id
        and t.valid_from <= day and (t.valid_to is null or day < t.valid_to)
   $$`,
];

export class ReportKind3 implements MigrationInterface {
  name = 'ReportKind1770000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await installReportKinds(runner);
  }

  async down(): Promise<void> {
    throw new Error('What a province laid down is not dropped; restore a backup.');
  }
}
