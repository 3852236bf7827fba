-- Months of a year that no standing run was sent on for, with the communes. $1 first day of the year, $2 first day after
-- it, $3 communes seen (null = all), $4 communes asked about (null = all),
-- $5 states of runs that were sent on
select to_char(m.month, 'YYYY-MM') as month, array_agg(distinct c.commune_id order by c.commune_id) as communes
  from generate_series($1::date, $2::date - 1, interval '1 month') as m (month)
  join team_commune c on c.valid_from < m.month + interval '1 month' and (c.valid_to is null or c.valid_to > m.month)
 where ($3::uuid[] is null or c.commune_id = any ($3)) and ($4::uuid[] is null or c.commune_id = any ($4))
   and not exists (select from payroll_commune own
                     join payroll p on p.id = own.payroll_id and p.state = any ($5)
                    where own.commune_id = c.commune_id and own.month = m.month and own.live)
 group by m.month
 order by m.month
