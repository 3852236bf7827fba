-- Communes with more active teams than decided (law BR-09).
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
with active as materialized (
  select p.parent_id as commune_id, count(distinct t.id)::int as active
    from team t
    join team_village tv on tv.team_id = t.id
     and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
    join unit_parent p on p.unit_id = tv.village_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
   group by 1
)
select 'unit' as noun, q.unit_id as id, q.unit_id, q.valid_from as since
  from unit_within($2, $3, $1) inside
  join quota q on q.unit_id = inside.id
   and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
  join active a on a.commune_id = q.unit_id
 where a.active > q.teams and a.active > q.teams + lawful_surplus(q.unit_id, $1)
