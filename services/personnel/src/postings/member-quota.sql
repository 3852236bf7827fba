-- The first day on which somebody begins while a commune has more members than its quota gives it.
-- $1 commune, $2 from, $3 until (null = without end)
with here as (
  select p.valid_from, p.valid_to, tc.valid_from as placed_from, tc.valid_to as placed_to
    from team_commune tc
    join posting p on p.team_id = tc.team_id
     and daterange(p.valid_from, p.valid_to) && daterange(tc.valid_from, tc.valid_to)
   where tc.commune_id = $1
), day as (
  select $2::date as on_day
  union
  select valid_from from here
   where valid_from >= placed_from and valid_from >= $2 and ($3::date is null or valid_from < $3)
), counted as (
  select d.on_day,
         (select count(*) from here h
           where h.valid_from <= d.on_day and (h.valid_to is null or d.on_day < h.valid_to)
             and h.placed_from <= d.on_day and (h.placed_to is null or d.on_day < h.placed_to)) as active
    from day d
)
select c.on_day as "on", c.active::int as active, q.members as "limit", q.number
  from counted c
  left join quota q on q.unit_id = $1
   and q.valid_from <= c.on_day and (q.valid_to is null or c.on_day < q.valid_to)
 where q.members is null or c.active > q.members
 order by c.on_day
 limit 1
