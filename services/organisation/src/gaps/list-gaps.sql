-- The gaps of a day (open-gaps.sql, put in at /* gaps */), oldest first.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 kind or null, $5 search key or null,
-- $6 assigned ('yes', 'no' or null), $7 cursor or null, $8 limit
with
  gap as materialized (/* gaps */),
  standing as materialized (
    select v.unit_id as id, v.level, v.kind, v.code, v.name, v.search_key, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     where v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  ),
  told as materialized (
    select l.*, s.code, s.name, s.kind as unit_kind, s.level, s.search_key,
           c.id as commune_id, c.name as commune_name, c.kind as commune_kind,
           c.search_key as commune_key, above.id as above_id, above.parent_id as over_id,
           a.id as assignment_id, a.assignee, a.due_on, a.note, a.valid_from as assigned_from,
           to_char(l.since, 'YYYY-MM-DD') || s.code || l.kind || l.unit_id as sort_key
      from gap l
      join standing s on s.id = l.unit_id
      left join standing c on c.id = case when s.level = 'village' then s.parent_id else s.id end
      left join standing above on above.id = c.parent_id
      left join gap_assignment a on a.unit_id = l.unit_id and a.kind = l.kind
       -- of a gap that was closed meanwhile nobody is in charge any more
       and a.valid_from <= $1 and (a.valid_to is null or $1 < a.valid_to) and a.valid_from >= l.since
     where ($5::text is null or s.search_key like '%' || $5 || '%' or c.search_key like '%' || $5 || '%')
       and ($6::text is null or ($6 = 'yes') = (a.id is not null))
  ),
  fitting as (
    select * from told where $4::text is null or kind = $4
  )
select f.*, f.since::text as since, ($1::date - f.since) as age,
       o.level as owner_level, o.role as owner_role,
       owner.id as owner_id, owner.name as owner_name, owner.kind as owner_kind,
       t.total, t.counts
  from (select (select count(*)::int from fitting) as total,
               (select coalesce(json_object_agg(kind, n), '{}')
                  from (select kind, count(*)::int as n from told group by kind) k) as counts) t
  left join lateral (
    select * from fitting where $7::text is null or sort_key > $7 order by sort_key limit $8
  ) f on true
  left join gap_owner o on o.kind = f.kind
   and o.valid_from <= $1 and (o.valid_to is null or $1 < o.valid_to)
  left join standing owner on owner.id =
    case when o.level = 'commune' then f.commune_id
         else (select id from standing s where s.level = 'province' and s.id in (f.above_id, f.over_id)) end
 order by f.sort_key
