-- Members who turn 70 soon or have, and whom nobody has looked into since (law BR-24).
select 'person' as noun, n.id, n.name, s.commune_id, s.team_id,
       (n.birth_date + interval '70 years')::date as since
  from serving s
  join person n on n.id = s.person_id
 where n.birth_date + interval '70 years' <= s.until
   and not exists (select from age_review r
                    where r.person_id = n.id and r.reviewed_on <= $1
                      and r.reviewed_on >= n.birth_date + interval '70 years' - interval '1 year')
