-- What the ratified rounds of a campaign come to. Who is out of one round is out of the whole, and who was not scored in
-- one has nothing in it. $1 campaign, $2 kind of subject, $3 scope, $4 within (null: all), $5 day, $6 from, $7 how many
with ratified as materialized (
  select r.id, r.number, r.revision, r.to_on, c.combination,
         case c.combination
           when 'by-days' then r.to_on - r.from_on + 1
           when 'last' then (r.to_on = max(r.to_on) over ())::int
           else 1 end as weight
    from campaign_round r join campaign c on c.id = r.campaign_id
   where r.campaign_id = $1 and r.ratified_at is not null
),
scored as (
  select s.subject_id, s.name, s.unit_name, s.group_name, r.number, r.weight, r.to_on, s.total, s.rank, s.grade,
         s.disqualified <> '[]' as is_out
    from ratified r
    join round_result s on s.round_id = r.id and s.revision = r.revision and s.subject = $2
),
whole as (
  select subject_id,
         (array_agg(name order by to_on desc))[1] as name,
         (array_agg(unit_name order by to_on desc))[1] as unit_name,
         (array_agg(group_name order by to_on desc))[1] as "group",
         round(sum(total * weight) / (select sum(weight) from ratified), 2) as total,
         bool_or(is_out) as is_out,
         jsonb_object_agg(number, jsonb_build_object('total', total, 'rank', rank, 'grade', grade)) as by_number
    from scored group by subject_id
),
ranked as (
  select w.*, case when not is_out then
           rank() over (partition by is_out, "group" order by total desc) end::int as rank
    from whole w
),
mine as (
  select * from ranked
   where ($3::uuid[] is null or subject_id in (select sender_id from senders_below($3, $5)))
     and ($4::uuid[] is null or subject_id in (select sender_id from senders_below($4, $5)))
)
select subject_id as "subjectId", name, unit_name as "unitName", "group", total::float8 as total, rank,
       is_out as "isDisqualified", count(*) over ()::int as "all",
       (select jsonb_agg(jsonb_build_object('number', r.number, 'total', by_number -> r.number::text -> 'total',
                         'rank', by_number -> r.number::text -> 'rank',
                         'grade', by_number -> r.number::text -> 'grade') order by r.number)
          from ratified r) as rounds
  from mine order by "group", rank nulls last, name offset $6 limit $7
