-- Communes with more members than their decision and its roadmap allow, since the last of: the decision's
-- first day, the end of a roadmap, the day on which that one of today's members began who was too many (law BR-10).
-- $1 day, $2 scope (null = all), $3 within (null = all)
, serving as (
  select placed.commune_id, p.valid_from,
         row_number() over (partition by placed.commune_id order by p.valid_from, p.id) as place
    from placed
    join posting p on p.team_id = placed.team_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
), allowed as (
  select q.unit_id, q.valid_from,
         q.members + coalesce((select sum(s.members) from surplus s
                                where s.unit_id = q.unit_id and s.valid_from <= $1
                                  and (s.valid_to is null or $1 < s.valid_to)), 0) as members
    from quota q
   where q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
)
select 'unit' as noun, s.commune_id as id, null::text as name, s.commune_id, null::uuid as team_id,
       greatest(s.valid_from, a.valid_from, (select max(x.valid_to) from surplus x
                                              where x.unit_id = s.commune_id and x.valid_to <= $1)) as since
  from serving s
  join allowed a on a.unit_id = s.commune_id and s.place = a.members + 1
