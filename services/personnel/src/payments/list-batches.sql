-- Batches of a run with what is in them. $1 run, $2 communes that may be seen (null = all), $3 batch (null = all)
select b.id, b.number, to_json(b.made_at) #>> '{}' as "madeAt", b.by,
       to_json(b.files_at) #>> '{}' as "filesAt", b.files_by as "filesBy",
       s.payments > 0 and s.payments = s.withdrawn as withdrawn,
       json_build_object('payments', s.issued, 'amount', s.issued_amount) as issued,
       json_build_object('payments', s.recoveries, 'amount', s.recovered) as recoveries,
       coalesce((select json_agg(json_build_object('channel', channel, 'payments', n, 'amount', amount) order by channel)
                   from (select channel, count(*)::int as n, sum(amount)::bigint as amount
                           from payment y
                          where y.batch_id = b.id and y.amount > 0 and y.state <> 'withdrawn'
                            and ($2::uuid[] is null or y.commune_id = any ($2))
                          group by channel) each), '[]') as "byChannel",
       coalesce((select json_agg(json_build_object('state', state, 'payments', n, 'amount', amount) order by state)
                   from (select state, count(*)::int as n, sum(amount)::bigint as amount
                           from payment y
                          where y.batch_id = b.id and y.amount > 0
                            and ($2::uuid[] is null or y.commune_id = any ($2))
                          group by state) each), '[]') as "byState"
  from payment_batch b
  cross join lateral (
    select count(*)::int as payments, (count(*) filter (where state = 'withdrawn'))::int as withdrawn,
           (count(*) filter (where amount > 0 and state <> 'withdrawn'))::int as issued,
           coalesce(sum(amount) filter (where amount > 0 and state <> 'withdrawn'), 0)::bigint as issued_amount,
           (count(*) filter (where amount < 0 and state <> 'withdrawn'))::int as recoveries,
           coalesce(sum(amount) filter (where amount < 0 and state <> 'withdrawn'), 0)::bigint as recovered
      from payment y
     where y.batch_id = b.id and ($2::uuid[] is null or y.commune_id = any ($2))) s
 where b.payroll_id = $1 and ($3::uuid is null or b.id = $3) and s.payments > 0
 order by b.number
