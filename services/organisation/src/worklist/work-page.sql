-- Wraps a kind's own question: its items by name, oldest first.
-- $1 day, $2 scope, $3 within, $4 cursor (sort key) or null, $5 limit
with work as materialized (/* work */), named as (
  select work.*,
         case noun when 'team' then team_name_on(work.id, $1)
                   when 'instrument' then (select number || ' · ' || title from instrument i where i.id = work.id)
                   when 'draft' then (select title from quota_draft d where d.id = work.id)
                   else v.kind || ' ' || v.name end as name,
         case when noun in ('team', 'draft', 'proposal') then v.kind || ' ' || v.name || ' · ' else '' end
           || coalesce(c.kind || ' ' || c.name, '') as place,
         coalesce(c.code, '') || ' ' || coalesce(v.code, '') as code
    from work
    left join unit_version v on v.unit_id = work.unit_id
     and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
    left join unit_parent p on p.unit_id = work.unit_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
    left join unit_version c on c.unit_id = p.parent_id
     and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to)
), sorted as (
  select *, (coalesce(since::text, '9') || ' ' || code || ' ' || id) collate "C" as sort_key,
         count(*) over ()::int as total
    from named
)
select noun, id, coalesce(name, '') as name, unit_id as "unitId", nullif(place, '') as place, since,
       sort_key, total
  from sorted
 where $4::text is null or sort_key > $4
 order by sort_key
 limit $5
