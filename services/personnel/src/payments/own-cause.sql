-- After payment-due.sql: how much of what would be issued is due because the asker said so alone: settled it by hand as
-- failed, or released it. $4 people and teams (null = all that is due), $5 account of the asker
select count(*)::int as payments
  from due d
  left join lateral (
    select y.state, y.settled_account from payment y
     where y.payroll_id = $1 and y.commune_id = d.commune_id and coalesce(y.person_id, y.team_id) = d.owner_id
       and y.payee = d.payee
     order by y.number desc limit 1) last on true
 where d.caused and ($4::uuid[] is null or d.owner_id = any ($4))
   and (last.state = 'failed' and last.settled_account = $5
        or exists (select from payroll_hold h
                    where h.payroll_id = $1 and h.person_id = d.person_id and h.released_account = $5))
