import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a document can be about. Of one subject a territory has one document a day (law BR-02). */
const subjects: [code: string, name: string, nameEn: string, exclusive: boolean][] = [
  ['team-criteria', 'Tiêu chí thành lập Tổ', 'Criteria for founding teams', true],
  ['member-criteria', 'Tiêu chí số lượng thành viên', 'Criteria for numbers of members', true],
  ['quota', 'Số lượng Tổ và thành viên', 'Numbers of teams and members', true],
  ['allowance', 'Mức hỗ trợ thường xuyên hằng tháng', 'Monthly allowances', true],
  ['insurance', 'Mức hỗ trợ bảo hiểm', 'Insurance support', true],
  ['duty-pay', 'Mức bồi dưỡng khi làm nhiệm vụ', 'Duty pay', true],
  ['severance', 'Hỗ trợ thôi tham gia lực lượng', 'Support on leaving', true],
  ['equipment', 'Trang bị, nơi làm việc', 'Equipment and workplaces', true],
  ['reorganisation', 'Sắp xếp đơn vị hành chính', 'Reorganisation of units', false],
  ['guidance', 'Hướng dẫn, triển khai', 'Guidance', false],
];

const statements = [
  `create table instrument_subject (
    code text primary key,
    name text not null,
    name_en text not null,
    exclusive boolean not null
  )`,
  `alter table instrument
     add column status text not null default 'final'
       constraint instrument_status_is_known check (status in ('draft', 'final')),
     add column subjects text[] not null default '{}',
     add column territory_on date`,
  `create index instrument_subjects on instrument using gin (subjects)`,
  `create table instrument_relation (
    instrument_id uuid not null,
    kind text not null
      constraint instrument_relation_is_known check (kind in ('amends', 'replaces', 'based-on')),
    other_id uuid not null,
    primary key (instrument_id, kind, other_id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint related_instrument_not_found foreign key (other_id) references instrument (id),
    constraint instrument_cites_another check (instrument_id <> other_id)
  )`,
  `create index instrument_relation_other on instrument_relation (other_id)`,
  `insert into instrument_relation (instrument_id, kind, other_id)
   select instrument_id, 'replaces', replaced_id from instrument_replacement`,
  `drop table instrument_replacement`,
  `create table instrument_repeal (
    instrument_id uuid primary key,
    repealed_on date not null,
    by_id uuid,
    reason text not null,
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint related_instrument_not_found foreign key (by_id) references instrument (id)
  )`,
  `create table instrument_correction (
    id uuid primary key,
    instrument_id uuid not null,
    reason text not null,
    was jsonb not null,
    became jsonb not null,
    username text not null,
    corrected_at timestamptz not null default now(),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id)
  )`,
  `create index instrument_correction_instrument on instrument_correction (instrument_id)`,

  // Each unit with what it came from (its pieces) and what these lay in (holders), and on which days. A unit
  // that ended goes on in its pieces: what governed it governs them.
  `create function unit_origins(units uuid[], day date)
   returns table (unit_id uuid, piece_id uuid, holder_id uuid, from_day date, to_day date)
   language sql stable parallel safe as $$
     with recursive piece as (
       select u as unit_id, u as piece_id, day as until from unnest(units) u
       union
       select p.unit_id, l.predecessor_id, least(p.until, l.valid_from - 1)
         from piece p
         join unit_lineage l on l.successor_id = p.piece_id and l.valid_from <= p.until
     ), lived as (
       select p.unit_id, p.piece_id, v.from_day, least(max(p.until), v.to_day) as to_day
         from piece p
         cross join lateral (
           select min(valid_from) as from_day, max(coalesce(valid_to - 1, 'infinity')) as to_day
             from unit_version v where v.unit_id = p.piece_id) v
        group by p.unit_id, p.piece_id, v.from_day, v.to_day
     ), held as (
       select l.unit_id, l.piece_id, l.piece_id as holder_id, l.from_day, l.to_day from lived l
        where l.from_day <= l.to_day
       union
       select h.unit_id, h.piece_id, p.parent_id, greatest(h.from_day, p.valid_from),
              least(h.to_day, coalesce(p.valid_to - 1, 'infinity'))
         from held h
         join unit_parent p on p.unit_id = h.holder_id and p.valid_from <= h.to_day
          and coalesce(p.valid_to - 1, 'infinity') >= h.from_day
     )
     select * from held
   $$`,

  // Which documents govern which of the units on a day, wholly or in part, and in which pieces. A territory is
  // the unit as it stands that day; one that has ended, as it was on its last day; where the document names a
  // day, as it was then.
  `create function instruments_over(units uuid[], day date, documents uuid[])
   returns table (instrument_id uuid, unit_id uuid, whole boolean, pieces uuid[])
   language sql stable parallel safe as $$
     with origin as materialized (
       select * from unit_origins(units, day)
     ), claim as (
       select t.instrument_id, t.unit_id as holder_id,
              case when i.territory_on is not null then least(i.territory_on, day)
                   else least(day, v.last_day) end as anchor
         from instrument_territory t
         join instrument i on i.id = t.instrument_id
         cross join lateral (
           select min(valid_from) as first_day, max(coalesce(valid_to - 1, 'infinity')) as last_day
             from unit_version where unit_version.unit_id = t.unit_id) v
        where v.first_day <= day and (documents is null or t.instrument_id = any (documents))
     ), governed as (
       select c.instrument_id, o.unit_id, c.anchor, array_agg(distinct o.piece_id) as pieces
         from claim c
         join origin o on o.holder_id = c.holder_id and c.anchor between o.from_day and o.to_day
        group by 1, 2, 3
     )
     select g.instrument_id, g.unit_id,
            bool_or((select count(distinct o.piece_id) from origin o
                      where o.unit_id = g.unit_id and o.holder_id = o.piece_id
                        and g.anchor between o.from_day and o.to_day) = cardinality(g.pieces)),
            (select array_agg(distinct p) from governed x, unnest(x.pieces) p
              where x.instrument_id = g.instrument_id and x.unit_id = g.unit_id)
       from governed g group by 1, 2
     union all
     select i.id, u, true, array[u]
       from instrument i, unnest(units) u
      where not exists (select 1 from instrument_territory t where t.instrument_id = i.id)
        and (documents is null or i.id = any (documents))
   $$`,

  // Documents that touch what lies in these units, on whatever day: those of what lies over them, in them, or
  // in what they came from.
  `create function instruments_touching(roots uuid[]) returns table (instrument_id uuid)
   language sql stable parallel safe as $$
     with recursive inside as (
       select unnest(roots) as id
       union
       select p.unit_id from inside i
         join unit_parent p on p.parent_id = i.id
         join unit u on u.id = p.unit_id and u.level <> 'village'
     ), holder as (
       select distinct holder_id
         from unit_origins((select array_agg(id) from inside), '9999-12-31')
     ), territory as (
       select array_agg(distinct unit_id) as units from instrument_territory
     )
     select t.instrument_id from instrument_territory t
      where t.unit_id in (select holder_id from holder)
         or t.unit_id in (select o.unit_id from territory, unit_origins(territory.units, '9999-12-31') o
                           where o.holder_id = any (roots))
     union
     select i.id from instrument i
      where not exists (select 1 from instrument_territory t where t.instrument_id = i.id)
   $$`,
];

export class InstrumentRelations11 implements MigrationInterface {
  name = 'InstrumentRelations1760000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    for (const subject of subjects) {
      await runner.query(`insert into instrument_subject values ($1, $2, $3, $4)`, subject);
    }
  }

  async down(): Promise<void> {
    throw new Error('What documents say of one another is not taken back; restore a backup.');
  }
}
