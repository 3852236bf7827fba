import { uuidv7 } from '@antt/service-kit';
import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uniform, support tools, badges and papers of members. What each is due is data: what the stored texts tell is
 * shipped with its source, the draft's quantities as a draft; a province sets its own lines.
 */
const statements = [
  `create table issue_item (
    item text primary key,
    place int not null,
    name text not null,
    measure text not null,
    category text not null
      constraint issue_category_is_known check (category in ('uniform', 'tool', 'token')),
    season text not null default 'all'
      constraint issue_season_is_known check (season in ('all', 'winter', 'no-winter')),
    numbered boolean not null default false
  )`,
  `create table issue_norm (
    id uuid primary key,
    item text not null,
    phase text not null constraint issue_phase_is_known check (phase in ('first', 'following')),
    quantity int,
    percent int,
    service_months int,
    unit_id uuid,
    source text not null,
    valid_from date not null,
    valid_to date,
    constraint issue_item_unknown foreign key (item) references issue_item (item),
    constraint issue_norm_says_how_many check ((quantity is null) <> (percent is null)),
    constraint issue_norm_ends_after_it_began check (valid_to > valid_from),
    constraint issue_norm_is_one_a_day exclude using gist (item with =, phase with =,
      coalesce(unit_id, '00000000-0000-0000-0000-000000000000') with =,
      daterange(valid_from, valid_to) with &&)
  )`,
  `create table issue (
    id uuid primary key,
    person_id uuid not null,
    item text not null,
    quantity int not null constraint issue_is_some check (quantity > 0),
    number text,
    issued_on date not null,
    serves_until date,
    note text not null default '',
    accepted text[] not null default '{}',
    reason text not null default '',
    constraint person_not_found foreign key (person_id) references person (id),
    constraint issue_item_unknown foreign key (item) references issue_item (item),
    -- law BR-76
    constraint issue_number_is_taken unique (item, number),
    constraint numbered_thing_is_one check (number is null or quantity = 1),
    constraint issue_serves_after_it_came check (serves_until > issued_on)
  )`,
  `create index issue_person on issue (person_id, item)`,
  `create index issue_due on issue (serves_until) where serves_until is not null`,
  `create table issue_return (
    id uuid primary key,
    issue_id uuid not null,
    kind text not null constraint issue_return_kind_is_known
      check (kind in ('return', 'write-off', 'lost', 'replaced')),
    quantity int not null constraint issue_is_some check (quantity > 0),
    returned_on date not null,
    reason text not null default '',
    constraint issue_not_found foreign key (issue_id) references issue (id)
  )`,
  `create index issue_return_issue on issue_return (issue_id)`,
  // what members have on a day
  `create function issue_on(day date) returns table (id uuid, person_id uuid, item text, quantity int,
     number text, issued_on date, serves_until date, note text, remaining int, ended_by text)
   language sql stable parallel safe as $$
     select i.id, i.person_id, i.item, i.quantity, i.number, i.issued_on, i.serves_until, i.note,
            i.quantity - coalesce((select sum(r.quantity)::int from issue_return r
                                    where r.issue_id = i.id and r.returned_on <= day), 0),
            (select r.kind from issue_return r where r.issue_id = i.id and r.returned_on <= day
              order by r.returned_on desc, r.id desc limit 1)
       from issue i
      where i.issued_on <= day
   $$`,
  // the norm of a commune on a day: the nearest unit's, else that of everywhere
  `create function issue_norm_of(commune uuid, day date) returns table (item text, phase text,
     quantity int, percent int, service_months int)
   language sql stable parallel safe as $$
     select distinct on (n.item, n.phase) n.item, n.phase, n.quantity, n.percent, n.service_months
       from issue_norm n
       left join unit_above(commune, day) a on a.id = n.unit_id
      where (n.unit_id is null or a.id is not null)
        and n.valid_from <= day and (n.valid_to is null or day < n.valid_to)
      order by n.item, n.phase, a.steps nulls last
   $$`,
];

type Items = {
  items: {
    item: string;
    name: string;
    measure: string;
    category: string;
    season?: string;
    numbered?: boolean;
  }[];
  norms: {
    source: string;
    phase: string;
    quantities?: Record<string, number>;
    percents?: Record<string, number>;
    serviceMonths?: Record<string, number>;
  }[];
  validFrom: string;
};

export class Issue32 implements MigrationInterface {
  name = 'Issue1770000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    const file = new URL('../issues/items.json', import.meta.url);
    const { items, norms, validFrom } = JSON.parse(readFileSync(file, 'utf8')) as Items;
    for (const [place, one] of items.entries()) {
      const { item, name, measure, category, season = 'all', numbered = false } = one;
      await runner.query(
        `insert into issue_item (item, place, name, measure, category, season, numbered)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [item, place, name, measure, category, season, numbered],
      );
    }
    for (const { source, phase, quantities = {}, percents = {}, serviceMonths = {} } of norms) {
      for (const item of Object.keys({ ...quantities, ...percents })) {
        await runner.query(
          `insert into issue_norm (id, item, phase, quantity, percent, service_months, source, valid_from)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            ...[uuidv7(), item, phase, quantities[item] ?? null, percents[item] ?? null],
            ...[serviceMonths[item] ?? null, source, validFrom],
          ],
        );
      }
    }
  }

  async down(): Promise<void> {
    throw new Error('What members were issued is not forgotten; restore a backup.');
  }
}
