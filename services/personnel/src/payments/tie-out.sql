-- How all money of a run ties out: lines = insurer + bodies + paid + issued + left + recoveries + due + held; what is due is
-- asked for apart. $1 run, $2 communes (null = all), $3 states of a payment that covers the money
with summed as (
  select coalesce(sum(amount), 0)::bigint as lines,
         coalesce(sum(amount) filter (where aside = 'insurer'), 0)::bigint as insurer,
         coalesce(sum(amount) filter (where aside = 'body'), 0)::bigint as bodies,
         json_build_object('payments', count(distinct person_id) filter (where aside = 'held'),
           'amount', coalesce(sum(amount) filter (where aside = 'held'), 0)) as held
    from payroll_money
   where payroll_id = $1 and ($2::uuid[] is null or commune_id = any ($2))
),
paid as (
  select json_build_object('payments', count(*) filter (where amount > 0 and state = 'paid'),
           'amount', coalesce(sum(amount) filter (where amount > 0 and state = 'paid'), 0)) as paid,
         json_build_object('payments', count(*) filter (where amount > 0 and state = 'issued'),
           'amount', coalesce(sum(amount) filter (where amount > 0 and state = 'issued'), 0)) as issued,
         json_build_object('payments', count(*) filter (where amount > 0 and state = 'left'),
           'amount', coalesce(sum(amount) filter (where amount > 0 and state = 'left'), 0)) as left,
         json_build_object('payments', count(*) filter (where amount < 0),
           'amount', coalesce(sum(amount) filter (where amount < 0), 0)) as recoveries
    from payment
   where payroll_id = $1 and state = any ($3) and ($2::uuid[] is null or commune_id = any ($2))
)
select * from summed, paid
