-- What a run comes to by commune, item, position and fund; totals of years are read from here. $1 run
with said as (
  insert into payroll_sum (payroll_id, commune_id, item, position, fund, payee, people, lines, amount)
  select $1, commune_id, item, coalesce(position, ''), fund, payee, count(distinct person_id), count(*), sum(amount)
    from payroll_line
   where payroll_id = $1
   group by commune_id, item, coalesce(position, ''), fund, payee
), by_commune as (
  select commune_id, count(distinct person_id) as people, sum(amount) as amount
    from payroll_line where payroll_id = $1 group by commune_id
)
update payroll_commune c
   set people = coalesce(b.people, 0), amount = coalesce(b.amount, 0)
  from payroll_commune own
  left join by_commune b on b.commune_id = own.commune_id
 where c.payroll_id = $1 and own.payroll_id = $1 and own.commune_id = c.commune_id
