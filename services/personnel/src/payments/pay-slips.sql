-- Who gets what of a run, line by line, by person. $1 run, $2 communes that may be seen (null = all), $3 commune
-- (null = all), $4 person (null = all)
select p.name, (array_agg(l.position order by l.id desc) filter (where l.position is not null))[1] as position,
       (array_agg(t.name order by l.id desc))[1] as team, (array_agg(l.commune_id order by l.id desc))[1] as "communeId",
       sum(l.amount)::bigint as amount,
       bool_or(coalesce(l.aside = 'held', false)) as held,
       (select json_build_object('channel', y.channel, 'bank', y.bank) from payment y
         where y.payroll_id = $1 and y.person_id = l.person_id and y.payee = 'person' and y.amount > 0
           and y.state in ('issued', 'paid') and ($2::uuid[] is null or y.commune_id = any ($2))
           and ($3::uuid is null or y.commune_id = $3)
         order by y.number desc limit 1) as paid,
       json_agg(json_build_object('label', coalesce(rule.line ->> 'label', l.code), 'per', rule.line -> 'basis' ->> 'per',
         'duty', rule.line -> 'basis' ->> 'duty', 'article', coalesce(rule.line ->> 'article', ''),
         'number', coalesce(y.instrument ->> 'number', ''), 'month', to_char(l.month, 'YYYY-MM'), 'kind', l.kind,
         'cause', l.cause, 'quantity', l.quantity::float, 'days', l.days, 'rate', l.whole, 'amount', l.amount,
         'before', l.basis -> 'before', 'after', l.basis -> 'after') order by l.month desc, l.id) as lines
  from payroll_money l
  join person p on p.id = l.person_id
  left join team t on t.id = l.team_id
  left join policy y on y.id = l.policy_id
  left join lateral (
    select each as line from jsonb_array_elements(y.document -> 'lines') each
     where each ->> 'code' = l.code limit 1) rule on true
 where l.payroll_id = $1 and l.payee = 'person' and l.aside is distinct from 'body'
   and ($2::uuid[] is null or l.commune_id = any ($2))
   and ($3::uuid is null or l.commune_id = $3)
   and ($4::uuid is null or l.person_id = $4)
 group by l.person_id, p.name, p.sort_name
 order by p.sort_name, l.person_id
