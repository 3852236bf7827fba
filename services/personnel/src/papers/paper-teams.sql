-- Teams of a paper, by name: $1 ids, $2 the day. Villages are those of the day, else the last known.
select t.name,
       coalesce((
         select json_agg(v.name order by v.name)
           from (
             select distinct on (tv.village_id) u.name
               from team_village tv
               join unit_version u on u.unit_id = tv.village_id
              where tv.team_id = t.id
                and (tv.valid_to is null or $2::date < tv.valid_to or tv.valid_to = t.dissolved_on)
              order by tv.village_id, u.valid_from desc) v), '[]'::json) as villages,
       (select count(*)::int from posting s
         where s.team_id = t.id and s.valid_from <= $2 and (s.valid_to is null or $2 < s.valid_to)) as members
  from team t
 where t.id = any($1)
 order by t.name
