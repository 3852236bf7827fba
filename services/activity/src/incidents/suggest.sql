-- What records and duty of teams ($1, null: all) suggest between two days ($2, $3). Members on leave all that time ($4 teams, $5
-- people, side by side) are nobody who could have been on patrol (reporting BR-19).
with away as (
  select s.team_id, count(distinct s.person_id) as members
    from unnest($4::uuid[], $5::uuid[]) a (team_id, person_id)
    join team_service($4::uuid[], $2::date, $3::date) s on s.team_id = a.team_id and s.person_id = a.person_id
   group by s.team_id
), of_members as (
  select distinct f ->> 'indicator' as code
    from incident_kind k cross join lateral jsonb_array_elements(k.feeds) f
   where f ->> 'counts' = 'members' and f ->> 'part' = 'denominator'
)
select v.team_id as "teamId", v.indicator_code as "indicatorCode", v.numerator,
       case when m.code is null then v.denominator
            else greatest(v.numerator, v.denominator - coalesce(a.members, 0)) end as denominator,
       v.sources
  from suggested_values(coalesce($1::uuid[], array(select id from team)), $2::date, $3::date) v
  left join of_members m on m.code = v.indicator_code
  left join away a on a.team_id = v.team_id
 order by v.team_id, v.indicator_code
