-- Members of teams ($1, null: all) who were on leave on every day between two ($2, $3, both included) on which they
-- belonged to the team.
select distinct p.team_id as "teamId", p.person_id as "personId"
  from posting p
 cross join lateral (select greatest(p.valid_from, $2::date) as first_on,
                            least(p.valid_to - 1, $3::date) as last_on) served
 where ($1::uuid[] is null or p.team_id = any ($1)) and served.first_on <= served.last_on
   and exists (select from absence a
                where a.person_id = p.person_id and a.kind = 'leave' and a.valid_from <= served.first_on
                  and (a.valid_to is null or served.last_on < a.valid_to))
   -- somebody who came back to the team counts unless that service lay in leave too
   and not exists (select from posting o
                    where o.team_id = p.team_id and o.person_id = p.person_id and o.id <> p.id
                      and o.valid_from <= $3::date and (o.valid_to is null or $2::date < o.valid_to)
                      and not exists (select from absence a
                                       where a.person_id = o.person_id and a.kind = 'leave'
                                         and a.valid_from <= greatest(o.valid_from, $2::date)
                                         and (a.valid_to is null or least(o.valid_to - 1, $3::date) < a.valid_to)))
