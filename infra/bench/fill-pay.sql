-- An illustrative policy for each province, everybody insured as a member, and one province of 21,000 members: a fourth
-- member for each team of the one that has most teams. antt.policy holds the document.
begin;
set local session_replication_role = replica;
set local search_path to personnel, public;
create temporary table most on commit drop as
select p.id as province_id
  from unit p
  cross join lateral (select count(*) as teams from team_commune c
                       where c.commune_id in (select id from unit_below(array[p.id], '2025-04-01'))) t
 where p.level = 'province'
 order by t.teams desc limit 1;
create temporary table fourth on commit drop as
select gen_random_uuid() as id, c.team_id, c.commune_id
  from most cross join lateral unit_below(array[most.province_id], '2025-04-01') b
  join team_commune c on c.commune_id = b.id;
insert into person (id, name, search_key, sort_name, sex, birth_date, commune_id)
select id, 'Đo Tốc Tư', 'do toc tu', 'tu do toc', 'male', '1980-04-04', commune_id from fourth;
insert into posting (id, person_id, team_id, position, valid_from)
select id, id, team_id, 'ordinary', '2025-03-01' from fourth;
insert into person_detail (id, person_id, kind, slot, content, valid_from)
select gen_random_uuid(), p.id, 'insurance', scheme,
       json_build_object('kind', 'insurance', 'scheme', scheme, 'cover', 'own'), '2025-03-01'
  from person p cross join (values ('social'), ('health')) as each (scheme);
insert into rate_value (id, "table", key, value, source, valid_from)
values (gen_random_uuid(), 'rural-poverty-line', '', 1500000, 'Nghị định 07/2021/NĐ-CP', '2022-01-01');
insert into policy (id, instrument, units, status, valid_from, document, adopted_by)
select gen_random_uuid(), json_build_object('number', 'ĐO/' || row_number() over (order by id)), array[id], 'adopted',
       '2025-03-01', current_setting('antt.policy')::jsonb, 'bench'
  from unit where level = 'province';
commit;
analyze;
