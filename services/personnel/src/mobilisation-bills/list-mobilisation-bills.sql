-- Duty that another body pays, by body, commune and person. $1 month, $2 communes that may be seen (null = all),
-- $3 communes asked about (null = all), $4 body (null = all), $5 key to go on after, $6 how many
with line as materialized (
  select l.*, p.state, p.illustrative,
         l.body || ' ' || coalesce(v.name, '') || ' ' || l.commune_id || ' ' || w.sort_name || ' ' || l.person_id || ' '
           || to_char(l.id, 'FM000000000000000000') as sort_key,
         w.name as person_name, v.name as commune_name, v.kind as commune_kind
    from payroll p
    join payroll_line l on l.payroll_id = p.id and l.body is not null
    join person w on w.id = l.person_id
    left join lateral (
      select name, kind from unit_version where unit_id = l.commune_id order by valid_from desc limit 1) v on true
   where p.month = $1 and p.state not in ('draft', 'reversed')
     and ($2::uuid[] is null or l.commune_id = any ($2))
     and ($3::uuid[] is null or l.commune_id = any ($3))
),
asked as (select * from line where $4::text is null or body = $4),
page as (
  select * from asked
   where $5::text is null or sort_key collate "C" > $5
   order by sort_key collate "C" limit $6
)
select p.id::text, p.payroll_id as "payrollId", p.person_id as "personId", p.person_name as "personName", p.position,
       coalesce(t.name, '') as "teamName",
       json_build_object('id', p.commune_id, 'name', coalesce(p.commune_name, ''), 'kind', coalesce(p.commune_kind, ''))
         as commune,
       p.body, to_char(p.month, 'YYYY-MM') as month, p.kind, p.state, p.quantity::float as quantity, p.whole as rate,
       p.amount, coalesce(p.basis -> 'on', '[]') as days,
       coalesce((select each ->> 'label' from policy y, jsonb_array_elements(y.document -> 'lines') each
                  where y.id = p.policy_id and each ->> 'code' = p.code limit 1), p.code) as label,
       coalesce((
         select string_agg(distinct o.number, ', ')
           from jsonb_array_elements_text(p.basis -> 'on') d (day)
           join shift s on s.person_id = p.person_id and s.state = 'approved'
            and (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date = d.day::date
           join duty_order o on o.id = s.order_id and coalesce(o.mobilising_body, o.body) = p.body
          where o.number <> ''), '') as orders,
       p.sort_key as "sortKey", (select count(*) from asked)::int as total,
       (select coalesce(sum(amount), 0) from asked)::bigint as "totalAmount",
       (select json_agg(json_build_object('body', body, 'people', people, 'days', days, 'amount', amount) order by body)
          from (select body, count(distinct person_id)::int as people, sum(quantity)::float as days,
                       sum(amount)::bigint as amount from line group by body) each) as bodies,
       (select bool_or(illustrative) from asked) as illustrative
  from page p
  left join team t on t.id = p.team_id
 order by p.sort_key collate "C"
