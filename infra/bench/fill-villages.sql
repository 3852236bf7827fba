-- Nine invented villages in every commune, each with a team and a workplace, and a quota for all of them.
begin;
-- Triggers look at each row; whoever invents them all together keeps the rules by construction.
set local session_replication_role = replica;
create temporary table village on commit drop as
select gen_random_uuid() as id, v.code || n as code, v.unit_id as commune_id, n
  from unit_version v, generate_series(1, 9) as n where v.level = 'commune';
insert into unit (id, level) select id, 'village' from village;
insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from)
select id, 'village', 'thôn', 'village', code, 'Thôn ' || n, 'thon ' || n, '2025-03-01' from village;
insert into unit_parent (unit_id, parent_id, valid_from) select id, commune_id, '2025-03-01' from village;
insert into team (id, code, name, search_key, founded_on)
select id, code, 'Tổ bảo vệ ANTT thôn ' || n, 'to bao ve antt thon ' || n, '2025-03-01' from village;
insert into team_village (team_id, village_id, valid_from) select id, id, '2025-03-01' from village;
insert into workplace (id, code, name, kind, village_id, point, valid_from)
select id, code, 'Nhà văn hóa', 'culture-house', id, st_setsrid(st_makepoint(105, 20), 4326), '2025-03-01' from village;
insert into instrument (id, kind, number, issuer, title, signed_on, effective_from)
values ('01900000-0000-7000-8000-000000000001', 'decision', '01/QĐ-UBND', 'UBND (đo tốc độ)', 'Số lượng tổ',
        '2025-03-01', '2025-03-01'),
       ('01900000-0000-7000-8000-000000000002', 'resolution', '02/NQ', 'Đo tốc độ', 'Sắp xếp', '2025-06-12',
        '2025-06-12');
insert into quota (id, unit_id, instrument_id, villages, teams, members, valid_from)
select gen_random_uuid(), unit_id, '01900000-0000-7000-8000-000000000001', 9, 9, 27, '2025-03-01'
  from unit_version where level = 'commune';
commit;
analyze;
