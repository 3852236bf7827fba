-- Wraps a kind's own question: its items with where they are, oldest first.
-- $1 day, $2 scope, $3 within, $4 what the kind asks besides; then cursor (sort key) or null, and how many
with work as materialized (/* work */), named as (
  select work.noun, work.id, work.commune_id, work.since,
         coalesce(work.name, v.kind || ' ' || v.name, '') as name,
         concat_ws(' · ', t.name, case when work.noun <> 'unit' then v.kind || ' ' || v.name end) as place
    from work
    left join team t on t.id = work.team_id
    left join lateral (
      select kind, name from unit_version
       where unit_id = work.commune_id and valid_from <= $1 order by valid_from desc limit 1) v on true
), sorted as (
  select *, (coalesce(since::text, '9') || ' ' || id) collate "C" as sort_key, count(*) over ()::int as total
    from named
)
select noun, id, name, commune_id as "unitId", nullif(place, '') as place, since, sort_key, total
  from sorted
 where $cursor::text is null or sort_key > $cursor
 order by sort_key
 limit $limit
