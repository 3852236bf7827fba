with recursive period as materialized (
  -- Periods of a kind ($1) that a kind of sender ($2) reports in and that have a day ($3), of the provinces that the areas
  -- asked about ($4 scope, $5 within; null = all) lie in or are.
  select p.id, p.province_id, p.name, p.to_on as day, p.due_on, p.late_from, p.closes_from
    from reporting_period p
    join report_kind k on k.id = p.kind_id
   where p.kind_code = $1 and $2 = any (k.senders) and $3::date between p.from_on and p.to_on
     and ($4::uuid[] is null or p.province_id in (select province_of(a, p.to_on) from unnest($4::uuid[]) a))
     and ($5::uuid[] is null or p.province_id in (select province_of(a, p.to_on) from unnest($5::uuid[]) a))
), day as (
  select distinct day from period
), climb as (
  -- each unit of those days, with itself and all that it lies in
  select d.day, u.id as unit_id, u.level, u.id as at
    from day d
    join unit_version v on v.valid_from <= d.day and (v.valid_to is null or d.day < v.valid_to)
    join unit u on u.id = v.unit_id and u.level in ('province', 'district', 'commune')
  union
  select c.day, c.unit_id, c.level, o.parent_id
    from climb c
    join unit_parent o on o.unit_id = c.at and o.valid_from <= c.day and (o.valid_to is null or c.day < o.valid_to)
), standing as (
  select p.id as period_id, p.day, c.unit_id, c.level
    from period p join climb c on c.day = p.day and c.at = p.province_id
), owing as (
  select s.period_id, s.day, s.unit_id, t.team_id as sender_id
    from standing s
    join team_commune t on t.commune_id = s.unit_id
     and t.valid_from <= s.day and (t.valid_to is null or s.day < t.valid_to)
   where $2 = 'team'
  union all
  select s.period_id, s.day, s.unit_id, s.unit_id from standing s where s.level = $2
), seen as (
  -- units of the level ($6) that lie in the areas asked about
  select distinct c.day, c.unit_id, c.at
    from climb c
    join unit u on u.id = c.at and u.level = $6
   where ($4::uuid[] is null or c.at in (select id from unit_below($4::uuid[], c.day)))
     and ($5::uuid[] is null or c.at in (select id from unit_below($5::uuid[], c.day)))
)
