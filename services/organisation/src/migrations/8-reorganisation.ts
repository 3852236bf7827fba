import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows an act on the tree of units may write, with their keys; who refers comes first. */
const written = {
  quota_origin: ['quota_id', 'origin_id'],
  quota: ['id'],
  team_village: ['team_id', 'village_id', 'valid_from'],
  boundary: ['unit_id', 'valid_from'],
  unit_point: ['unit_id'],
  unit_figure: ['unit_id', 'kind', 'measured_on'],
  unit_tag: ['unit_id', 'tag', 'valid_from'],
  unit_parent: ['unit_id', 'valid_from'],
  unit_version: ['unit_id', 'valid_from'],
  unit: ['id'],
} as const;

const steps = JSON.stringify(Object.entries(written).map(([table, keys]) => ({ table, keys })));

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
     select row_kept - array['geom', 'shape', 'shape_low', 'point']
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
  // Law 30/2023/QH15 Art. 14.2 (law BR-12), as before; but who changes tens of thousands of rows at once asks
  // once for all of them instead.
  ...['team_village', 'unit_parent'].flatMap((table) => [
    `drop trigger team_covers_one_commune on ${table}`,
    `create constraint trigger team_covers_one_commune
       after insert or update on ${table} deferrable initially deferred for each row
       when (coalesce(current_setting('antt.checks_teams', true), '') = '')
       execute function ${table === 'unit_parent' ? 'check_teams_of_parent' : 'check_team_of_village'}()`,
  ]),
  // Table by table, and only over rows that still are as the act left them: what it began is deleted, what
  // it changed becomes again what it was.
  `create function undo_reorganisation(act uuid) returns void language plpgsql as $$
   declare
     one record;
     same text;
     assignments text;
     followed bigint;
   begin
     for one in
       select e ->> 'table' as name, array(select jsonb_array_elements_text(e -> 'keys')) as keys
         from jsonb_array_elements('${steps}') e
     loop
       execute format(
         'create temporary table back on commit drop as
          select r.*, kept.was, kept.became
            from (select (array_agg(was order by n))[1] as was,
                         (array_agg(became order by n desc))[1] as became
                    from reorganisation_row where reorganisation_id = $1 and table_name = %L
                   group by (select jsonb_agg(coalesce(became, was) -> k) from unnest($2) k)) kept
           cross join lateral jsonb_populate_record(null::%I, kept.became) r', one.name, one.name)
         using act, one.keys;
       select string_agg(format('x.%1$I = b.%1$I', k), ' and ') into same from unnest(one.keys) k;
       analyze back;
       -- joined by the keys first: comparing whole rows is for those alone that belong together
       execute format(
         'select count(*) from (
            select b.became, x as row_now from back b left join %I x on %s offset 0) both_rows
          where row_now is null or without_shapes(to_jsonb(row_now)) <> became', one.name, same)
         into followed;
       if followed > 0 then
         raise exception '% rows of % are no longer as the act left them', followed, one.name
           using errcode = 'check_violation', constraint = 'reorganisation_has_followers',
                 detail = json_build_object('in', one.name, 'count', followed)::text;
       end if;
       execute format('delete from %I x using back b where %s and b.was is null', one.name, same);
       select string_agg(format('%1$I = (jsonb_populate_record(null::%2$I, b.was)).%1$I',
                                column_name, one.name), ', ')
         into assignments
         from information_schema.columns
        where table_schema = current_schema and table_name = one.name
          and column_name <> all (one.keys)
          and column_name not in ('geom', 'shape', 'shape_low', 'point');
       if assignments is not null then
         execute format('update %I x set %s from back b where %s and b.was is not null',
                        one.name, assignments, same);
       end if;
       drop table back;
     end loop;
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
