-- What serves on the first day of a year and no longer on its last, by team and item. $1 first day, $2 day after the
-- year, $3 teams
select e.team_id, e.item, sum(e.remaining)::int as count
  from equipment_on($1) e
 where e.team_id = any ($3) and e.condition <> 'broken'
   and e.service_ends_on > $1 and e.service_ends_on <= $2
 group by e.team_id, e.item
