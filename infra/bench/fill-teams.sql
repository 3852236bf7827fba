-- A team and a workplace in every village, and in every commune a quota for all of them.
begin;
set local session_replication_role = replica;
create temporary table village on commit drop as
select v.unit_id as id, v.code, v.name, v.search_key from unit_version v where v.level = 'village';
insert into team (id, code, name, search_key, founded_on)
select id, code, 'Tổ bảo vệ ANTT ' || name, 'to bao ve antt ' || search_key, '2025-03-01' from village;
insert into team_village (team_id, village_id, valid_from) select id, id, '2025-03-01' from village;
insert into workplace (id, code, name, kind, village_id, point, valid_from)
select id, code, 'Nhà văn hóa', 'culture-house', id, st_setsrid(st_makepoint(105, 20), 4326), '2025-03-01' from village;
insert into instrument (id, kind, number, issuer, title, signed_on, effective_from)
values ('01900000-0000-7000-8000-000000000001', 'decision', '01/QĐ-UBND', 'UBND (đo tốc độ)', 'Số lượng tổ',
        '2025-03-01', '2025-03-01'),
       ('01900000-0000-7000-8000-000000000002', 'resolution', '02/NQ', 'Đo tốc độ', 'Sắp xếp', '2025-06-12',
        '2025-06-12');
insert into quota (id, unit_id, instrument_id, villages, teams, members, valid_from)
select gen_random_uuid(), parent_id, '01900000-0000-7000-8000-000000000001', count(*), count(*),
       3 * count(*), '2025-03-01'
  from unit_parent where unit_id in (select id from village) group by parent_id;
commit;
analyze;
