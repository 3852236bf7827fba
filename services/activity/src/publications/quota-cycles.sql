-- Whether a quota ($1) was met between two days ($2, $3), each unit by itself and cycle by cycle: nothing is carried over
-- from one to the next (reporting BR-29, BR-30). In areas ($4 scope, $5 within; null: all). $6 documents that are issued
-- (JSON: id, name, on, territory: empty is everywhere). $7 today.
with version as materialized (
  select q.*, greatest(q.valid_from, $2::date) as first_on, least(q.valid_to - 1, $3::date) as last_on
    from publication_quota q
   where q.code = $1 and q.valid_from <= $3::date and (q.valid_to is null or $2::date < q.valid_to)
),
cycle as (
  -- a week is of the year, and of the quota, that its Thursday lies in
  select v.id as quota_id, to_char(w, 'IYYY"-W"IW') as name, w::date + 3 as day, w::date as from_on, w::date + 6 as to_on,
         null::uuid as document_id, null::jsonb as territory
    from version v, generate_series(date_trunc('week', v.first_on), v.last_on, interval '1 week') w
   where v.cycle = 'week' and w::date + 3 between v.first_on and v.last_on
  union all
  -- a month that has enough days within the quota (reporting §2.7)
  select v.id, to_char(m.month, 'YYYY-MM'), least(m.ends, v.last_on), greatest(m.month, v.valid_from),
         least(m.ends, v.valid_to - 1), null, null
    from version v
   cross join lateral (select month, (month + interval '1 month - 1 day')::date as ends
                         from countable_months(v.first_on, v.last_on)) m
   where v.cycle = 'month'
  union all
  select v.id, d.name, d."on", d."on", null, d.id, d.territory
    from version v, jsonb_to_recordset($6::jsonb) d (id uuid, name text, "on" date, territory jsonb)
   where v.cycle = 'document' and d."on" between v.first_on and v.last_on
),
place as materialized (
  select u.id, u.level, n.name, s.first_on, s.last_on, province_of(u.id, least(s.last_on, $3::date)) as province_id
    from unit u
   cross join lateral (select min(valid_from) as first_on, max(coalesce(valid_to - 1, 'infinity')) as last_on
                         from unit_version where unit_id = u.id) s
    join lateral (select kind || ' ' || name as name from unit_version
                   where unit_id = u.id and valid_from <= $3::date order by valid_from desc limit 1) n on true
   where u.level in (select unnest(levels) from version) and s.first_on <= $3::date and s.last_on >= $2::date
     and ($4::uuid[] is null
          or exists (select from unit_above(u.id, least(s.last_on, $3::date)) a where a.id = any ($4)))
     and ($5::uuid[] is null
          or exists (select from unit_above(u.id, least(s.last_on, $3::date)) a where a.id = any ($5)))
),
due as (
  select p.id as unit_id, p.name as unit_name, v.medium, v.kinds, v.least, v.cycle, c.*
    from place p
    join version v on p.level = any (v.levels) and (v.unit_id is null or v.unit_id = p.province_id)
    join cycle c on c.quota_id = v.id and c.day between p.first_on and p.last_on
   where v.least > 0
     -- a portal publishes what governs where it is
     and (c.territory is null or c.territory = '[]'
          or exists (select from unit_above(p.id, c.day) a where c.territory ? a.id::text))
     -- the province's own goes before what ships
     and not (v.unit_id is null
              and exists (select from version o
                           where o.unit_id = p.province_id and o.valid_from <= c.day
                             and (o.valid_to is null or c.day < o.valid_to)))
),
counted as (
  select d.*, b.count, b.count >= d.least as met
    from due d
   cross join lateral (
     select count(*)::int as count from publication b
      where b.unit_id = d.unit_id and b.medium = d.medium and b.kind = any (d.kinds) and b.withdrawn_because is null
        and case d.cycle when 'document' then b.instrument_id = d.document_id
                         else b.published_on between d.from_on and d.to_on end) b
),
judged as (
  select c.*, met or to_on is null or to_on < $7::date as is_over from counted c
)
select unit_id as "unitId", unit_name as "unitName",
       jsonb_agg(jsonb_build_object('name', name, 'from', from_on, 'to', to_on, 'count', count, 'least', least,
                                    'met', met, 'isOver', is_over) order by from_on, name) as cycles,
       count(*) filter (where met)::int as met, count(*) filter (where is_over)::int as of
  from judged group by unit_id, unit_name
 order by count(*) filter (where is_over and not met) desc, unit_name, unit_id
