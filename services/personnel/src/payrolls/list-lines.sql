-- Lines of a run by commune, team and person. $1 run, $2 communes that may be seen (null = all), $3 communes asked
-- about (null = all), $4 person, $5 item, $6 kind, $7 words of a name, $8 key to go on after, $9 how many, $10 line,
-- $11 team, $12 position, $13 fund, $14 payee
with found as materialized (
  select l.id, l.amount, l.commune_id, l.team_id, l.person_id, l.month
    from payroll_line l
   where ($10::bigint is not null or l.payroll_id = $1) and ($10::bigint is null or l.id = $10)
     and ($2::uuid[] is null or l.commune_id = any ($2))
     and ($3::uuid[] is null or l.commune_id = any ($3))
     and ($4::uuid is null or l.person_id = $4)
     and ($5::text is null or l.item = $5)
     and ($6::text is null or l.kind = $6)
     and ($11::uuid is null or l.team_id = $11)
     and ($12::text is null or l.position = $12)
     and ($13::text is null or l.fund = $13)
     and ($14::text is null or l.payee = $14)
     and ($7::text is null or exists (
           select from person p where p.id = l.person_id and p.search_key like '%' || $7 || '%'))
),
commune as materialized (
  select f.commune_id, f.lines, coalesce(c.name, '') || ' ' || f.commune_id || ' ' as key
    from (select commune_id, count(*) as lines from found group by commune_id) f
    left join lateral (
      select name from unit_version where unit_id = f.commune_id order by valid_from desc limit 1) c on true
),
-- Only communes that the page may reach are put in order line by line: the one that it goes on in, and those after it
-- until there are enough.
ahead as (
  select commune_id, key,
         coalesce(sum(lines) filter (where $8::text is null or not starts_with($8, key)) over (
           order by key collate "C" rows between unbounded preceding and 1 preceding), 0) as passed
    from commune
   where $8::text is null or key collate "C" > $8 or starts_with($8, key)
),
page as (
  select id, sort_key
    from (select f.id,
                 a.key || coalesce(f.team_id::text, '') || ' ' || coalesce(p.sort_name, '') || ' '
                   || coalesce(f.person_id::text, '') || ' ' || to_char(f.month, 'YYYY-MM') || ' '
                   || to_char(f.id, 'FM000000000000000000') as sort_key
            from ahead a
            join found f on f.commune_id = a.commune_id
            left join person p on p.id = f.person_id
           where a.passed < $9) keyed
   where $8::text is null or sort_key collate "C" > $8
   order by sort_key collate "C" limit $9
)
select l.id::text, l.payroll_id as "payrollId", l.person_id as "personId", coalesce(p.name, '') as "personName",
       l.team_id as "teamId", coalesce(t.name, '') as "teamName",
       json_build_object('id', l.commune_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as commune,
       l.position, l.code, l.item, l.fund, l.payee, coalesce(granted.beneficiary, '') as "payeeName", l.body, l.case_id as "caseId", to_char(l.month, 'YYYY-MM') as month, l.kind,
       l.quantity::float as quantity, l.whole as rate, l.amount, l.cause,
       coalesce((select each ->> 'label' from policy y, jsonb_array_elements(y.document -> 'lines') each
                  where y.id = l.policy_id and each ->> 'code' = l.code limit 1), l.code) as label,
       money.aside,
       page.sort_key as "sortKey", (select count(*) from found)::int as total,
       (select coalesce(sum(amount), 0) from found)::bigint as "totalAmount"
  from page
  join payroll_line l on l.id = page.id
  join payroll_money money on money.id = page.id
  left join person p on p.id = l.person_id
  left join team t on t.id = l.team_id
  left join case_amount granted on granted.case_id = l.case_id and granted.code = l.code and l.payee = 'relative'
  left join lateral (
    select name, kind from unit_version
     where unit_id = l.commune_id and valid_from < l.month + interval '1 month'
     order by valid_from desc limit 1) v on true
 order by page.sort_key collate "C"
