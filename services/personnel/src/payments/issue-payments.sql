-- After payment-due.sql: issues what is due in a batch. $4 batch, $5 people and teams (null = all that is due),
-- $6 whether it is what an approval issues
, written as (
  insert into payment (payroll_id, batch_id, commune_id, team_id, person_id, payee, name, team_name, position, amount,
                       channel, detail_id, bank, account)
  select $1, $4, d.commune_id, d.team_id, d.person_id, d.payee, d.name, d.team_name, d.position, d.amount, d.channel,
         d.detail_id, d.bank, d.account
    from due d
    left join lateral (
      select name from unit_version where unit_id = d.commune_id order by valid_from desc limit 1) v on true
   where ($6 or d.caused) and ($5::uuid[] is null or d.owner_id = any ($5))
   order by v.name, d.commune_id, d.team_name, d.team_id, d.person_id is null, d.sort_name, d.person_id, d.payee
  returning amount
)
select count(*)::int as payments, coalesce(sum(amount) filter (where amount > 0), 0)::bigint as amount from written
