-- Invented villages in every commune; how many the setting antt.villages says.
begin;
-- Triggers look at each row; whoever invents them all together keeps the rules by construction.
set local session_replication_role = replica;
create temporary table village on commit drop as
select gen_random_uuid() as id, v.code || n as code, v.unit_id as commune_id, n
  from unit_version v, generate_series(1, current_setting('antt.villages')::int) as n
 where v.level = 'commune';
insert into unit (id, level) select id, 'village' from village;
insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from)
select id, 'village', 'thôn', 'village', code, 'Thôn ' || n, 'thon ' || n, '2025-03-01' from village;
insert into unit_parent (unit_id, parent_id, valid_from) select id, commune_id, '2025-03-01' from village;
commit;
analyze;
