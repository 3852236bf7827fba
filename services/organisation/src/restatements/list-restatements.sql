-- Decided numbers and figures of a day in the units of another, a row per unit of a level and one total
-- (level null). $1 day, $2 scope that day, $3 within that day, $4 level, $5 day whose units are shown,
-- $6 scope then, $7 within then (null where `within` no longer stands), $8 how parts are measured,
-- $9 decision whose quotas alone are told, or null for all
with
  upper as materialized (
    select v.unit_id as id, v.level, v.kind, v.code, v.name, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $5 and (p.valid_to is null or $5 < p.valid_to)
     where v.level <> 'village' and v.valid_from <= $5 and (v.valid_to is null or $5 < v.valid_to)
  ),
  goal as materialized (
    select u.id, case when u.level = $4 then u.id when over1.level = $4 then over1.id
                      when over2.level = $4 then over2.id end as bucket_id
      from upper u
      left join upper over1 on over1.id = u.parent_id
      left join upper over2 on over2.id = over1.parent_id
     where u.level = 'commune'
       and ($6::uuid[] is null or u.id in (select id from unit_below($6, $5)))
       and ($7::uuid[] is null or u.id in (select id from unit_below($7, $5)))
  ),
  source as materialized (
    select v.unit_id as id, v.kind, v.name
      from unit_version v
     where v.level = 'commune' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
       and ($2::uuid[] is null or v.unit_id in (select id from unit_below($2, $1)))
       and ($3::uuid[] is null or v.unit_id in (select id from unit_below($3, $1)))
       and ($9::uuid is null or v.unit_id in (
         select q.unit_id from quota q where q.instrument_id = $9
            and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)))
  ),
  number as materialized (
    select n.unit_id, n.became, n.name, n.part, g.bucket_id,
           sum(n.share) over (partition by n.unit_id, n.name, g.bucket_id) >= 0.999 and n.sure as sure
      from restated_number($1, $5, array['villages', 'teams', 'members', 'leaders', 'deputies', 'ordinary',
                                         'households', 'population', 'area-km2'], $8) n
      join source s on s.id = n.unit_id
      left join goal g on g.id = n.became
     -- what became of nothing is in the total alone, and in it only where nothing narrows it
     where g.bucket_id is not null or (n.became is null and $6::uuid[] is null and $7::uuid[] is null)
  ),
  valued as (
    select bucket_id, name,
           json_build_object('value', sum(part)::float8, 'exact', bool_and(sure)) as said
      from number group by grouping sets ((bucket_id, name), (name)) having not (bucket_id is null and grouping(bucket_id) = 0)
  ),
  row_of as (
    select bucket_id, json_object_agg(name, said) as said from valued group by bucket_id
  ),
  origin as (
    select bucket_id, json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'whole', sure)
                               order by s.name, s.id) as of
      from (select bucket_id, unit_id, bool_and(sure) as sure from number
             where bucket_id is not null group by 1, 2) made
      join source s on s.id = made.unit_id
     group by bucket_id
  ),
  lost as (
    select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name)
                             order by s.name, s.id), '[]') as unplaced
      from source s where s.id in (select unit_id from number where became is null)
  )
select * from (
select u.id, u.code, u.name, u.kind, u.level, u.parent_id, parent.name as parent_name,
       parent.kind as parent_kind, r.said, coalesce(o.of, '[]') as of, null::json as unplaced
  from row_of r
  join upper u on u.id = r.bucket_id
  left join upper parent on parent.id = u.parent_id
  left join origin o on o.bucket_id = r.bucket_id
union all
select null, null, null, null, null, null, null, null,
       (select said from row_of where bucket_id is null), '[]', (select unplaced from lost)
) listed
 order by id is null, parent_name nulls first, code
