-- Members who turn 70 soon or have, until somebody has looked into it; who is to be proposed for cessation
-- stays until that is done (law BR-24).
select 'person' as noun, n.id, n.name, s.commune_id, s.team_id,
       (n.birth_date + interval '70 years')::date as since
  from serving s
  join person n on n.id = s.person_id
 where n.birth_date + interval '70 years' <= s.until
   and not exists (select from age_review r
                    where r.person_id = n.id and r.reviewed_on <= $1
                      and (r.outcome = 'continues'
                           or exists (select from cessation c
                                       where c.person_id = n.id and c.state <> 'withdrawn'
                                         and c.proposed_on between r.reviewed_on and $1)))
