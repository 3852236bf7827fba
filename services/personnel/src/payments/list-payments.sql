-- Payments by their number. $1 run (null = any), $2 communes that may be seen (null = all), $3 communes asked about
-- (null = all), $4 batch, $5 state, $6 channel, $7 person, $8 words of a name, $9 number to go on after, $10 how many,
-- $11 payment
with found as materialized (
  select y.id, y.number, y.amount
    from payment y
    join payment_batch b on b.id = y.batch_id
   where ($1::uuid is null or y.payroll_id = $1)
     and ($2::uuid[] is null or y.commune_id = any ($2))
     and ($3::uuid[] is null or y.commune_id = any ($3))
     and ($4::int is null or b.number = $4)
     and ($5::text is null or y.state = $5)
     and ($6::text is null or y.channel = $6)
     and ($7::uuid is null or y.person_id = $7)
     and ($8::text is null or exists (select from person p where p.id = y.person_id and p.search_key like '%' || $8 || '%'))
     and ($11::uuid is null or y.id = $11)
)
select y.id, y.payroll_id as "payrollId", y.batch_id as "batchId", b.number as batch, y.number::text as "sortKey",
       y.person_id as "personId", y.team_id as "teamId", y.payee, y.name, y.team_name as "teamName",
       json_build_object('id', y.commune_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as commune,
       y.position, y.amount, y.channel, y.bank, y.detail_id as "detailId", y.account, y.state, y.reason,
       y.settled_by as "settledBy", to_json(y.settled_at) #>> '{}' as "settledAt",
       case when y.state in ('failed', 'withdrawn') then (
         select min(nb.number) from payment n join payment_batch nb on nb.id = n.batch_id
          where n.payroll_id = y.payroll_id and n.commune_id = y.commune_id and n.number > y.number
            and coalesce(n.person_id, n.team_id) = coalesce(y.person_id, y.team_id) and n.payee = y.payee) end as again,
       (select count(*) from found)::int as total,
       (select coalesce(sum(amount), 0) from found)::bigint as "totalAmount"
  from (select id from found where $9::bigint is null or number > $9 order by number limit $10) page
  join payment y on y.id = page.id
  join payment_batch b on b.id = y.batch_id
  join payroll r on r.id = y.payroll_id
  left join lateral (
    select name, kind from unit_version
     where unit_id = y.commune_id and valid_from < r.month + interval '1 month'
     order by valid_from desc limit 1) v on true
 order by y.number
