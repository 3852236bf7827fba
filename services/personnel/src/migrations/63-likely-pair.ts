import type { MigrationInterface, QueryRunner } from 'typeorm';

const pairs = `least(a.id, b.id), greatest(a.id, b.id), similarity(a.search_key, b.search_key),
       a.birth_date <> b.birth_date`;
/** Of trigrams: “nguyen van an” and “nguyen van anh” are 0.8 alike, another middle name is about 0.6. */
const alike = `cross join lateral unnest(near_birth_dates(a.birth_date)) near (day)
     join person b on b.birth_date = near.day and b.merged_into is null
      and similarity(a.search_key, b.search_key) >= 0.6`;

const statements = [
  // Pairs that may be of one person, noted as records are written: to look for them is too much for each question.
  `create table likely_pair (
    id uuid primary key default gen_random_uuid(),
    first_id uuid not null,
    second_id uuid not null,
    similarity real not null,
    two_days boolean not null,
    found_at timestamptz not null default now(),
    constraint person_not_found foreign key (first_id) references person (id) on delete cascade,
    constraint second_person_not_found foreign key (second_id) references person (id) on delete cascade,
    constraint pair_is_noted_once unique (first_id, second_id),
    constraint people_are_in_order check (first_id < second_id)
  )`,
  `create index likely_pair_second on likely_pair (second_id)`,
  `create function note_likely_pairs(ids uuid[]) returns void language sql as $$
     delete from likely_pair where first_id = any (ids) or second_id = any (ids);
     insert into likely_pair (first_id, second_id, similarity, two_days)
     select distinct ${pairs}
       from person a ${alike} and b.id <> a.id
      where a.id = any (ids) and a.merged_into is null
         on conflict do nothing;
   $$`,
  `create function note_pairs_of_new() returns trigger language plpgsql as $$
   begin
     perform note_likely_pairs((select array_agg(id) from written));
     return null;
   end $$`,
  // Most corrections change neither name nor day of birth.
  `create function note_pairs_of_changed() returns trigger language plpgsql as $$
   declare
     ids uuid[];
   begin
     select array_agg(w.id) into ids from written w join replaced r on r.id = w.id
      where (w.search_key, w.birth_date, w.merged_into)
            is distinct from (r.search_key, r.birth_date, r.merged_into);
     if ids is not null then
       perform note_likely_pairs(ids);
     end if;
     return null;
   end $$`,
  `create trigger note_pairs_of_new after insert on person
     referencing new table as written for each statement execute function note_pairs_of_new()`,
  `create trigger note_pairs_of_changed after update on person
     referencing new table as written old table as replaced
     for each statement execute function note_pairs_of_changed()`,
  // Of records that are there already, since the later one is.
  `insert into likely_pair (first_id, second_id, similarity, two_days, found_at)
   select distinct ${pairs}, greatest(a.recorded_at, b.recorded_at)
     from person a ${alike} and b.id > a.id
    where a.merged_into is null
       on conflict do nothing`,
];

export class LikelyPair63 implements MigrationInterface {
  name = 'LikelyPair1770000000063';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Likely pairs are noted as people are written; restore a backup.');
  }
}
