-- Members whose uniform or tools have served their time.
select 'person' as noun, n.id, n.name, s.commune_id, s.team_id, min(i.serves_until) as since
  from serving s
  join person n on n.id = s.person_id
  join issue_on($1) i on i.person_id = n.id and i.remaining > 0 and i.serves_until <= $1
 group by n.id, s.commune_id, s.team_id
