-- After compared-lines.sql and month-difference.sql: who differs from the month before, with the causes; the one that
-- makes most of it first. $4 cause among them (null = any), $5 key to go on after, $6 how many
, differing as (
  select owner, array_agg(cause order by abs(difference) desc, cause) as causes,
         array_agg(difference order by abs(difference) desc, cause) as differences
    from part group by owner
  having $4::text is null or bool_or(cause = $4)
),
found as materialized (
  select d.*, p.id as person_id, t.id as team_id, coalesce(p.name, t.name, '') as name,
         coalesce(p.sort_name, t.name, '') || ' ' || d.owner as sort_key
    from differing d
    left join person p on p.id = d.owner
    left join team t on t.id = d.owner
),
page as (
  select * from found
   where $5::text is null or sort_key collate "C" > $5
   order by sort_key collate "C" limit $6
)
select f.person_id as "personId", f.team_id as "teamId", f.name, b.before, b.now, f.causes[1] as cause,
       (select json_agg(json_build_object('cause', each.cause, 'difference', each.difference) order by each.place)
          from unnest(f.causes, f.differences) with ordinality each (cause, difference, place)) as parts,
       json_build_object('id', b.commune_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as commune,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from page f
  join beside b on b.owner = f.owner
  left join lateral (
    select name, kind from unit_version where unit_id = b.commune_id order by valid_from desc limit 1) v on true
 order by f.sort_key collate "C"
