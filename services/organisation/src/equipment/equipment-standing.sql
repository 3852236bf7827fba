-- What each team is due by its size and what it has that serves, on a day; a line for each team and item.
-- The size is the commune's decided members shared out over its decided teams, rounded half up, until members are
-- known; a team below the smallest band is equipped by that band (a vacancy takes no desk away).
-- In the order of the teams' codes. $1 day, $2 scope (null = all), $3 within (null = all), $4 team or null,
-- $5 code of the first team looked at or null, $6 how many teams are looked at (null = all)
with held as materialized (
  select distinct on (t.code collate "C") tv.team_id, p.parent_id as commune_id, t.code
    from team_village tv
    join team t on t.id = tv.team_id
     and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
    join unit_parent p on p.unit_id = tv.village_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
     and ($4::uuid is null or tv.team_id = $4)
     and ($2::uuid[] is null or tv.village_id in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or tv.village_id in (select id from unit_below($3, $1)))
     and ($5::text is null or t.code collate "C" >= $5)
   order by t.code collate "C", p.parent_id
   limit $6
), sized as (
  select h.team_id, h.commune_id, h.code, round(q.members::numeric / nullif(q.teams, 0))::int as size
    from held h
    left join quota q on q.unit_id = h.commune_id
     and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
), norm as materialized (
  select n.*, min(n.size_from) over (partition by n.item) as smallest
    from equipment_norm n where n.valid_from <= $1 and (n.valid_to is null or $1 < n.valid_to)
), due as (
  select s.*, n.item, n.name, n.unit,
         case when n.per_member then s.size else n.least end as least,
         case when n.per_member then s.size else n.most end as most
    from sized s
    left join norm n on s.size is not null and greatest(s.size, n.smallest) >= n.size_from
     and (n.size_to is null or greatest(s.size, n.smallest) <= n.size_to)
), stock as (
  select e.team_id, e.item,
         coalesce(sum(e.remaining) filter (where e.condition <> 'broken'
                    and (e.service_ends_on is null or $1 < e.service_ends_on)), 0)::int as usable,
         coalesce(sum(e.remaining) filter (where e.service_ends_on <= $1), 0)::int as due
    from equipment_on($1) e
    join held using (team_id)
   group by e.team_id, e.item
)
select d.team_id, d.commune_id, d.code, d.size, d.item, d.name, d.unit, d.least, d.most,
       coalesce(s.usable, 0) as usable, coalesce(s.due, 0) as due,
       greatest(d.least - coalesce(s.usable, 0), 0) as short
  from due d
  left join stock s on s.team_id = d.team_id and s.item = d.item
 order by d.code collate "C"
