-- Members serving in each commune on a day; no row at all while nothing is known. $1 day
select commune_id, sum(members)::int as members
  from (select distinct p.parent_id as commune_id, m.team_id, m.members
          from members_serving($1) m
          join team_village tv on tv.team_id = m.team_id
           and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
          join unit_parent p on p.unit_id = tv.village_id
           and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)) each
 group by commune_id
 union all
select null, 0 where exists (select 1 from serving)
