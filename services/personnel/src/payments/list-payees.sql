-- Who is paid in a batch, with the lines. $1 batch, $2 communes that may be seen (null = all), $3 commune (null = all),
-- $4 number to go on after, $5 how many
select y.number::text as "sortKey", y.person_id as "personId", y.name, y.team_name as "teamName",
       json_build_object('id', y.commune_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as commune,
       y.position, y.amount, y.channel, lines.lines
  from (select * from payment
         where batch_id = $1 and state <> 'withdrawn' and amount > 0
           and ($2::uuid[] is null or commune_id = any ($2))
           and ($3::uuid is null or commune_id = $3)
           and ($4::bigint is null or number > $4)
         order by number limit $5) y
  join payroll r on r.id = y.payroll_id
  left join lateral (
    select name, kind from unit_version
     where unit_id = y.commune_id and valid_from < r.month + interval '1 month'
     order by valid_from desc limit 1) v on true
  cross join lateral (
    select json_agg(json_build_object('item', l.item, 'kind', l.kind, 'amount', l.amount) order by l.id) as lines
      from payroll_money l
     where l.payroll_id = y.payroll_id and l.commune_id = y.commune_id
       and coalesce(l.person_id, l.team_id) = coalesce(y.person_id, y.team_id) and l.payee = y.payee
       and l.aside is distinct from 'body') lines
 order by y.number
