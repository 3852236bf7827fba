-- Requests for money, latest first. $1 id, $2 units that may be seen (null = all), $3 units asked about (null = all),
-- $4 year, $5 fund, $6 state, $7 key to go on after, $8 how many
with found as materialized (
  select r.*, to_char(r.recorded_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || ' ' || r.id as sort_key
    from budget_request r
   where ($1::uuid is null or r.id = $1)
     and ($2::uuid[] is null or r.unit_id = any ($2)) and ($3::uuid[] is null or r.unit_id = any ($3))
     and ($4::int is null or r.year = $4) and ($5::text is null or r.fund = $5)
     and ($6::text is null or r.state = $6)
)
select r.id, r.unit_id as "unitId", r.year, r.fund, r.title, r.state, r.decision, r.instrument,
       json_build_object('id', r.unit_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as unit,
       l.lines, l.requested, l.appraised, l.approved, l.allocated,
       (select json_agg(json_build_object('step', a.step, 'by', a.by, 'at', to_json(a.at) #>> '{}',
                 'said', coalesce(a.act ->> 'reason', a.act ->> 'opinion', ''), 'accountId', a.account_id) order by a.at)
          from budget_request_act a where a.request_id = r.id) as acts,
       r.sort_key as "sortKey", (select count(*) from found)::int as total
  from found r
  cross join lateral (
    select json_agg(json_build_object('group', x.item_group, 'source', x.source, 'amount', x.amount, 'reason', x.reason,
             'appraised', x.appraised, 'approved', x.approved, 'allocated', x.standing, 'spent', x.spent,
             'returned', x.returned) order by x.n) as lines,
           sum(x.amount)::bigint as requested, sum(x.appraised)::bigint as appraised,
           sum(x.approved)::bigint as approved, sum(x.standing)::bigint as allocated
      from (select n.*, case when n.allocated is not null then coalesce((
                     -- what was taken back since is allocated no more
                     select sum(b.amount) from budget b
                      where b.request_id = r.id and b.item_group = n.item_group and b.source = n.source
                        and b.kind in ('opening', 'supplement')), 0) end as standing
              from budget_request_line n where n.request_id = r.id) x) l
  left join lateral (
    select name, kind from unit_version where unit_id = r.unit_id and valid_from < make_date(r.year + 1, 1, 1)
     order by valid_from desc limit 1) v on true
 where $7::text is null or r.sort_key < $7
 order by r.sort_key desc
 limit $8
