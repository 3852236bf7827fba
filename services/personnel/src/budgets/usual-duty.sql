-- What duty cost a month by commune, item and fund, over the last three months that were sent on. $1 communes, $2 first
-- day of the month that has begun, $3 states of runs that were sent on
with latest as (
  select c.commune_id, c.payroll_id
    from unnest($1::uuid[]) as asked (id)
    cross join lateral (
      select own.commune_id, own.payroll_id
        from payroll_commune own
        join payroll p on p.id = own.payroll_id and p.state = any ($3)
       where own.commune_id = asked.id and own.live and own.month <= $2
       order by own.month desc limit 3) c
),
counted as (select commune_id, count(*) as months from latest group by commune_id)
select s.commune_id as "communeId", s.item, s.fund as source, round(sum(s.amount) / min(n.months))::bigint as amount
  from latest l
  join counted n on n.commune_id = l.commune_id
  join payroll_sum s on s.payroll_id = l.payroll_id and s.commune_id = l.commune_id and is_duty(s.item)
 group by s.commune_id, s.item, s.fund
