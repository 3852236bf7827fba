-- Furniture and devices of teams on a day. $1 day, $2 scope (null = all), $3 within (null = all),
-- $4 team or null, $5 cursor or null, $6 limit, $7 workplace or null
with mine as materialized (
  select distinct tv.team_id
    from team_village tv
   where tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
     and ($4::uuid is null or tv.team_id = $4)
     and ($2::uuid[] is null or tv.village_id in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or tv.village_id in (select id from unit_below($3, $1)))
), found as (
  select e.*, t.code, t.code || e.item || e.received_on || e.id as sort_key, count(*) over () as total
    from equipment_on($1) e
    join mine using (team_id)
    join team t on t.id = e.team_id
   where e.remaining > 0 and ($7::uuid is null or e.workplace_id = $7)
)
select f.id, f.item, n.name, n.unit, f.team_id as "teamId", f.workplace_id as "workplaceId", f.quantity,
       f.received_on as "receivedOn", f.service_ends_on as "serviceEndsOn", f.condition, f.note,
       f.remaining as "left", coalesce(f.service_ends_on <= $1, false) as "isDue",
       json_build_object('id', f.team_id, 'name', team_name_on(f.team_id, $1)) as team,
       case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as workplace,
       f.sort_key, f.total::int as total
  from found f
  left join workplace w on w.id = f.workplace_id
  cross join lateral (select name, unit from equipment_norm n where n.item = f.item
                       order by n.valid_from desc limit 1) n
 where $5::text is null or f.sort_key > $5
 order by f.sort_key
 limit $6
