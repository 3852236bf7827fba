-- Teams active on a day. $1 day, $2 scope (null = all), $3 within (null = all), $4 search key or null,
-- $5 cursor or null, $6 limit, $7 what it lacks ('workplace', 'own-village') or null
with held as materialized (
  select tv.team_id, tv.village_id, v.name, v.kind, v.code, p.parent_id
    from team_village tv
    join unit_version v on v.unit_id = tv.village_id
     and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
    left join unit_parent p on p.unit_id = tv.village_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
     and ($2::uuid[] is null or tv.village_id in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or tv.village_id in (select id from unit_below($3, $1)))
), shared as materialized (
  select village_id from held group by village_id having count(distinct team_id) > 1
), found as (
  select t.*, t.code || t.id as sort_key, count(*) over () as total
    from team t
   where t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
     and t.id in (select team_id from held)
     -- by the name of the day: the row has the last one, which may begin later
     and ($4::text is null or coalesce(
       (select lower(unaccent(f.name)) from team_former_name f
         where f.team_id = t.id and f.valid_from <= $1 and $1 < f.valid_to),
       t.search_key) like '%' || $4 || '%')
     and ($7::text is distinct from 'workplace' or not exists (
       select 1 from team_workplace tw where tw.team_id = t.id and tw.valid_from <= $1
          and (tw.valid_to is null or $1 < tw.valid_to)))
     and ($7::text is distinct from 'own-village' or t.id in (
       select mine.team_id from held mine where mine.village_id in (select village_id from shared)))
), page as (
  select * from found where $5::text is null or sort_key > $5 order by sort_key limit $6
)
select t.id, t.code, team_name_on(t.id, $1) as name, t.founded_on as "foundedOn", t.dissolved_on as "dissolvedOn",
       t.decision_number as "decisionNumber", t.decision_signed_on as "decisionSignedOn",
       (select json_agg(json_build_object('id', village_id, 'name', name, 'kind', kind) order by code)
          from held where held.team_id = t.id) as villages,
       (select json_build_object('id', c.unit_id, 'name', c.name, 'kind', c.kind)
          from unit_version c
         where c.unit_id = (select parent_id from held where held.team_id = t.id limit 1)
           and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to)) as commune,
       (select json_build_object('id', w.id, 'name', w.name, 'kind', w.kind)
          from team_workplace tw join workplace w on w.id = tw.workplace_id
         where tw.team_id = t.id and tw.valid_from <= $1
           and (tw.valid_to is null or $1 < tw.valid_to)) as workplace,
       t.sort_key, t.total::int as total
  from page t
 order by t.sort_key
