-- Invented villages, teams, workplaces and quotas for every commune of the country. Ids follow from codes,
-- so that every run measures the same data.
begin;
-- Triggers look at each row; whoever invents them all together keeps the rules by construction.
set local session_replication_role = replica;

create temporary table commune on commit drop as
select v.unit_id, v.code,
       coalesce((select point from boundary b where b.unit_id = v.unit_id and b.valid_from = '2024-07-01'),
                st_setsrid(st_makepoint(105, 15), 4326)) as point
  from unit_version v
 where v.level = 'commune' and v.list = '2025-03';

create temporary table successor on commit drop as
select distinct on (c.unit_id) c.unit_id, b.unit_id as successor_id
  from commune c
  join boundary b on b.level = 'commune' and b.valid_from = '2025-07-01'
   and b.shape && st_transform(c.point, 3857) and st_contains(b.shape, st_transform(c.point, 3857))
 order by c.unit_id, b.unit_id;

create temporary table village on commit drop as
select md5('village/' || c.code || '/' || n)::uuid as id, c.code || lpad(n::text, 3, '0') as code,
       'Thôn ' || n as name, c.unit_id as commune_id, s.successor_id, n,
       st_setsrid(st_makepoint(st_x(c.point) + 0.004 * cos(n), st_y(c.point) + 0.004 * sin(n)), 4326)
         as point
  from commune c
  left join successor s on s.unit_id = c.unit_id
  cross join generate_series(1, 9) as n;

insert into unit (id, level) select id, 'village' from village;
insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from, valid_to)
select id, 'village', 'thôn', 'village', code, name, 'thon ' || n, '2024-07-01',
       case when successor_id is null then date '2025-07-01' end
  from village;
insert into unit_parent (unit_id, parent_id, valid_from, valid_to)
select id, commune_id, date '2024-07-01', date '2025-07-01' from village
union all
select id, successor_id, '2025-07-01', null from village where successor_id is not null;
insert into unit_point (unit_id, point) select id, point from village;

-- 23 in 24 villages have a team, two in three teams a workplace.
insert into team (id, code, name, search_key, founded_on)
select md5('team/' || code)::uuid, 'T' || code, 'Tổ bảo vệ ANTT ' || lower(name), 'to bao ve antt thon ' || n,
       '2024-08-01'
  from village where hashtext(code) % 24 <> 0;
insert into team_village (team_id, village_id, valid_from)
select t.id, v.id, '2024-08-01' from team t join village v on t.code = 'T' || v.code;
insert into workplace (id, code, name, kind, village_id, point, valid_from)
select md5('workplace/' || code)::uuid, 'N' || code, 'Nhà văn hóa ' || lower(name), 'culture-house', id, point,
       '2024-08-01'
  from village where n % 3 <> 0;
insert into team_workplace (team_id, workplace_id, valid_from)
select t.id, w.id, '2024-08-01'
  from team t join workplace w on 'N' || substr(t.code, 2) = w.code;

insert into instrument (id, kind, number, issuer, title, signed_on, effective_from)
values (md5('instrument')::uuid, 'decision', '01/QĐ-UBND', 'UBND (đo tốc độ)', 'Số lượng tổ', '2024-07-15',
        '2024-07-15');
insert into quota (id, unit_id, instrument_id, villages, teams, members, valid_from)
select md5('quota/' || code)::uuid, unit_id, md5('instrument')::uuid, 9, 9, 27, '2024-07-15' from commune;

update map_version set version = version + 1;
commit;
analyze;
