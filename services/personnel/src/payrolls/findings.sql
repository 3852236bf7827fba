-- What is unusual in a run. $1 run, $2 first day of its month, $3 first day after it, $4 communes seen (null = all)
with commune as materialized (
  select commune_id as id from payroll_commune
   where payroll_id = $1 and ($4::uuid[] is null or commune_id = any ($4))
),
line as materialized (
  select l.person_id, l.posting_id, l.amount, l.kind from payroll_line l
   where l.payroll_id = $1 and l.person_id is not null and l.commune_id in (select id from commune)
),
serving as materialized (
  select distinct p.person_id, p.id as posting_id, tc.commune_id
    from posting p
    join team_commune tc on tc.team_id = p.team_id and tc.valid_from < $3 and (tc.valid_to is null or tc.valid_to > $2)
    join commune c on c.id = tc.commune_id
   where p.valid_from < $3 and (p.valid_to is null or p.valid_to > $2)
),
account as materialized (
  -- which account of somebody who is paid holds at the end of the month, by what is equal for equal numbers
  select distinct l.person_id, d.number_index
    from (select distinct person_id from line) l
    join person r on r.id = l.person_id or r.merged_into = l.person_id
    join person_detail d on d.person_id = r.id and d.kind = 'bank-account' and d.withdrawn_at is null
     and d.valid_from < $3 and (d.valid_to is null or d.valid_to >= $3)
   where d.number_index is not null
),
found (check_code, person_id, detail) as (
  select 'bank-account-shared', a.person_id,
         (select string_agg(p.name, ', ' order by p.sort_name)
            from account b join person p on p.id = b.person_id
           where b.number_index = a.number_index and b.person_id <> a.person_id)
    from account a
   where exists (select from account b where b.number_index = a.number_index and b.person_id <> a.person_id)
  union all
  select 'member-without-pay', s.person_id, ''
    from serving s
   where s.person_id not in (select person_id from line where kind = 'regular')
     and not exists (select from absence a where a.person_id = s.person_id and a.valid_from <= $2
                        and (a.valid_to is null or a.valid_to >= $3))
  union all
  select 'posting-without-decision', l.person_id, ''
    from (select distinct person_id, posting_id from line where kind = 'regular') l
    join posting p on p.id = l.posting_id and p.decision_id is null
  union all
  select 'decision-signed-later', l.person_id, d.number
    from (select distinct person_id, posting_id from line where kind = 'regular') l
    join posting p on p.id = l.posting_id
    join decision d on d.id = p.decision_id and d.signed_on >= $3
  union all
  select 'over-age-undecided', l.person_id, to_char(w.birth_date, 'DD/MM/YYYY')
    from (select distinct person_id from line where kind = 'regular') l
    join person w on w.id = l.person_id and w.birth_date + interval '70 years' < $3
   where not exists (select from age_review r where r.person_id = l.person_id and r.reviewed_on < $3)
  union all
  select 'over-quota', null::uuid, v.kind || ' ' || v.name || ': ' || active.members || '/' || q.members
    from commune c
    join lateral (
      select count(*)::int as members from posting p
        join team_commune tc on tc.team_id = p.team_id and tc.commune_id = c.id and tc.valid_from < $3
         and (tc.valid_to is null or tc.valid_to >= $3)
       where p.valid_from < $3 and (p.valid_to is null or p.valid_to >= $3)) active on true
    join lateral (
      select sum(members)::int as members from quota
       where unit_id = c.id and valid_from < $3 and (valid_to is null or valid_to >= $3)) q on true
    left join lateral (
      select coalesce(sum(members), 0)::int as members from surplus
       where unit_id = c.id and valid_from < $3 and (valid_to is null or valid_to >= $3)) s on true
    left join lateral (
      select kind, name from unit_version where unit_id = c.id and valid_from < $3 order by valid_from desc limit 1) v on true
   where active.members > q.members + s.members
  union all
  select 'duty-not-approved', s.person_id, to_char(s.starts_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')
    from shift s
   where s.state = 'recorded' and s.starts_at >= $2::timestamp at time zone 'Asia/Ho_Chi_Minh'
     and s.starts_at < $3::timestamp at time zone 'Asia/Ho_Chi_Minh'
     and s.person_id in (select person_id from serving)
)
select f.check_code as check, count(*)::int as people,
       json_agg(json_build_object('personId', f.person_id, 'name', coalesce(p.name, ''), 'detail', f.detail))
         filter (where f.place <= 5) as examples
  from (select *, row_number() over (partition by check_code order by person_id, detail) as place from found) f
  left join person p on p.id = f.person_id
 group by f.check_code
 order by f.check_code
