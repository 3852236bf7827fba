import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows an act on the tree of units may write, with their keys. */
const written = {
  unit: ['id'],
  unit_version: ['unit_id', 'valid_from'],
  unit_parent: ['unit_id', 'valid_from'],
  unit_tag: ['unit_id', 'tag', 'valid_from'],
  unit_figure: ['unit_id', 'kind', 'measured_on'],
  unit_point: ['unit_id'],
  boundary: ['unit_id', 'valid_from'],
  quota: ['id'],
  quota_origin: ['quota_id', 'origin_id'],
  team_village: ['team_id', 'village_id', 'valid_from'],
} as const;

/**
 * Acts on the tree of units (law BR-06, BR-07). While one is being done, every row that it writes is kept as
 * it was and as it became: the list of what moves and the way back are complete by construction.
 */
const statements = [
  `create table reorganisation (
    id uuid primary key,
    valid_from date not null,
    instrument_id uuid not null,
    title text not null,
    status text not null default 'applied'
      constraint reorganisation_status_is_known check (status in ('applied', 'undone')),
    plan jsonb not null,
    effects jsonb,
    constraint instrument_not_found foreign key (instrument_id) references instrument (id)
  )`,
  `create table unit_lineage (
    reorganisation_id uuid not null,
    predecessor_id uuid not null,
    successor_id uuid not null,
    share numeric not null
      constraint lineage_share_is_a_part check (share > 0 and share <= 1),
    valid_from date not null,
    primary key (reorganisation_id, predecessor_id, successor_id),
    constraint reorganisation_not_found
      foreign key (reorganisation_id) references reorganisation (id),
    constraint predecessor_not_found foreign key (predecessor_id) references unit (id),
    constraint successor_not_found foreign key (successor_id) references unit (id)
  )`,
  `create index unit_lineage_predecessor on unit_lineage (predecessor_id, valid_from)`,
  `create index unit_lineage_successor on unit_lineage (successor_id, valid_from)`,
  // what a quota that nobody decided anew was added up from
  `create table quota_origin (
    quota_id uuid not null,
    origin_id uuid not null,
    teams int not null,
    members int not null,
    primary key (quota_id, origin_id),
    constraint quota_not_found foreign key (quota_id) references quota (id),
    constraint quota_origin_not_found foreign key (origin_id) references quota (id)
  )`,
  `create table reorganisation_row (
    reorganisation_id uuid not null,
    n bigint generated always as identity,
    table_name text not null,
    was jsonb,
    became jsonb,
    primary key (reorganisation_id, n),
    constraint reorganisation_not_found
      foreign key (reorganisation_id) references reorganisation (id)
  )`,
  // outlines are large, and an act begins and ends them without changing any
  `create function without_shapes(row_kept jsonb) returns jsonb language sql immutable as $$
     select row_kept - array['geom', 'shape', 'shape_low']
   $$`,
  `create function keep_reorganisation_row() returns trigger language plpgsql as $$
   begin
     insert into reorganisation_row (reorganisation_id, table_name, was, became)
     values (current_setting('antt.reorganisation')::uuid, tg_table_name,
             case when tg_op <> 'INSERT' then without_shapes(to_jsonb(old)) end,
             case when tg_op <> 'DELETE' then without_shapes(to_jsonb(new)) end);
     return null;
   end $$`,
  ...Object.keys(written).map(
    (table) => `create trigger keep_reorganisation_row
       after insert or update or delete on ${table} for each row
       when (coalesce(current_setting('antt.reorganisation', true), '') <> '')
       execute function keep_reorganisation_row()`,
  ),
  // Backwards, row by row, and only over rows that still are as the act left them.
  `create function undo_reorganisation(act uuid) returns bigint language plpgsql as $$
   declare
     keys constant jsonb := '${JSON.stringify(written)}';
     step record;
     place text;
     assignments text;
     touched bigint;
     undone bigint := 0;
   begin
     for step in
       select * from reorganisation_row where reorganisation_id = act order by n desc
     loop
       select string_agg(format('%I = (jsonb_populate_record(null::%I, $1)).%I', key,
                                step.table_name, key), ' and ')
         into place from jsonb_array_elements_text(keys -> step.table_name) key;
       place := place || format(' and without_shapes(to_jsonb(%I)) = $1', step.table_name);
       if step.was is null then
         execute format('delete from %I where %s', step.table_name, place) using step.became;
       else
         select string_agg(format('%1$I = (jsonb_populate_record(null::%2$I, $2)).%1$I', key,
                                  step.table_name), ', ')
           into assignments from jsonb_object_keys(step.was) key
          where step.was -> key is distinct from step.became -> key;
         continue when assignments is null;
         execute format('update %I set %s where %s', step.table_name, assignments, place)
           using step.became, step.was;
       end if;
       get diagnostics touched = row_count;
       if touched <> 1 then
         raise exception 'row of % is no longer as the act left it', step.table_name
           using errcode = 'check_violation', constraint = 'reorganisation_has_followers',
                 detail = json_build_object('in', step.table_name)::text;
       end if;
       undone := undone + 1;
     end loop;
     return undone;
   end $$`,
];

export class Reorganisation8 implements MigrationInterface {
  name = 'Reorganisation1760000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The history of the units is not taken back; restore a backup.');
  }
}
