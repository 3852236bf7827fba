/** Forms and titles of awards, when results bar them and which of them indicators count: dated, for all or a province. */
const dated = `
    certainty text,
    citation text not null,
    valid_from date not null,
    valid_to date`;

/** What holds of a dated thing on a day in a unit: the province's own before what is shipped (decision 0068). */
const held = (table: string, alike: string) => `
     select k.* from ${table} k
       join (select distinct on (${alike}) id from ${table}
              where valid_from <= day and (valid_to is null or day < valid_to)
                and (unit_id is null or unit_id = province_of(unit, day))
              order by ${alike}, unit_id nulls last) held on held.id = k.id`;

export const awardForms = [
  `create table award_form (
    id uuid primary key,
    code text not null,
    unit_id uuid,
    kind text not null constraint award_kind_is_known check (kind in ('form', 'title')),
    name text not null,
    name_en text not null,
    subjects text[] not null,
    deciders jsonb not null,
    in_use boolean not null,${dated},
    constraint award_form_ends_after_it_began check (valid_to > valid_from),
    constraint award_form_has_one_version_a_day
      exclude using gist (code with =, (coalesce(unit_id::text, '')) with =,
                          daterange(valid_from, valid_to) with &&)
  )`,
  `create table award_rule (
    id uuid primary key,
    unit_id uuid,
    mode text not null constraint award_mode_is_known check (mode in ('either', 'both')),
    missing text not null constraint award_missing_is_known check (missing in ('block', 'warn')),
    individuals text not null constraint award_individuals_is_known check (individuals in ('block', 'warn')),${dated},
    constraint award_rule_ends_after_it_began check (valid_to > valid_from),
    constraint award_rule_has_one_version_a_day
      exclude using gist ((coalesce(unit_id::text, '')) with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create table award_feed (
    id uuid primary key,
    code text not null,
    unit_id uuid,
    counts text not null constraint award_counts_is_known check (counts in ('each', 'months')),
    subjects text[] not null,
    achievements text[] not null,
    authorities text[] not null,${dated},
    constraint award_feed_ends_after_it_began check (valid_to > valid_from),
    constraint award_feed_has_one_version_a_day
      exclude using gist (code with =, (coalesce(unit_id::text, '')) with =,
                          daterange(valid_from, valid_to) with &&)
  )`,
  `create function award_forms_on(day date, unit uuid) returns setof award_form
   language sql stable parallel safe as $$${held('award_form', 'code')}
      where k.in_use
   $$`,
  `create function award_rule_on(day date, unit uuid) returns setof award_rule
   language sql stable parallel safe as $$
     select * from award_rule
      where valid_from <= day and (valid_to is null or day < valid_to)
        and (unit_id is null or unit_id = province_of(unit, day))
      order by unit_id nulls last limit 1
   $$`,
  `create function award_feeds_on(day date, unit uuid) returns setof award_feed
   language sql stable parallel safe as $$${held('award_feed', 'code')}
   $$`,
];
