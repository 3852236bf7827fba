-- Teams that are called so, on any day. $1 day, $2 scope (null = all), $3 search key, $4 limit
with inside as materialized (
  select tv.team_id, min(tv.village_id::text)::uuid as village_id
    from team_village tv
   where $2::uuid[] is null or tv.village_id in (select id from unit_below($2, $1))
   group by 1
), fitting as (
  select t.*, greatest(least($1::date, t.dissolved_on - 1), t.founded_on) as seen_on
    from team t join inside on inside.team_id = t.id
   where t.search_key like '%' || $3 || '%' or lower(t.code) = $3
      or t.id in (select r.team_id from team_former_name r
                   where lower(unaccent(r.name)) like '%' || $3 || '%')
)
select f.id, team_name_on(f.id, f.seen_on) as name, f.seen_on as "on",
       (select v.kind || ' ' || v.name from inside i
          join unit_parent p on p.unit_id = i.village_id
           and p.valid_from <= f.seen_on and (p.valid_to is null or f.seen_on < p.valid_to)
          join unit_version v on v.unit_id = p.parent_id
           and v.valid_from <= f.seen_on and (v.valid_to is null or f.seen_on < v.valid_to)
         where i.team_id = f.id limit 1) as note,
       count(*) over ()::int as total
  from fitting f
 order by not starts_with(f.search_key, $3), abs(f.seen_on - $1), f.search_key, f.id
 limit $4
