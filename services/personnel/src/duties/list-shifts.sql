-- Shifts between two moments. $1 and $2 from and to, $3 scope (null = all), $4 within (null = all), $5 team,
-- $6 person, $7 state, $8 ids (null = all), $9 key to go on after, $10 how many
with found as (
  select s.*, (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date as day, place.commune_id,
         coalesce(o.out_of_area, false) as out_of_area, p.name as person_name, t.name as team_name,
         to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || ' ' || p.sort_name || ' ' || s.id
           as sort_key
    from shift s
    join person p on p.id = s.person_id
    join team t on t.id = s.team_id
    left join duty_order o on o.id = s.order_id
    left join lateral team_place(s.team_id, (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) place on true
   where ($1::timestamptz is null or s.ends_at > $1)
     and ($2::timestamptz is null or s.starts_at < $2)
     and ($3::uuid[] is null or place.commune_id = any ($3))
     and ($4::uuid[] is null or place.commune_id = any ($4))
     and ($5::uuid is null or s.team_id = $5)
     and ($6::uuid is null or s.person_id = $6)
     and ($7::text is null or s.state = $7)
     and ($8::uuid[] is null or s.id = any ($8))
)
select f.id, f.person_id as "personId", f.team_id as "teamId", f.order_id as "orderId", f.kind, f.with_police as "withPolice",
       f.starts_at as "startsAt", f.ends_at as "endsAt", f.rest_day as "restDay", f.heavy, f.note, f.state,
       f.corrects_id as "correctsId", f.reason, f.recorded_by as "recordedBy", f.judged_by as "judgedBy",
       f.out_of_area as "outOfArea", f.commune_id as "communeId", f.person_name as "personName",
       f.team_name as "teamName",
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from found f
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = f.commune_id and valid_from <= f.day order by valid_from desc limit 1) v on true
 where $9::text is null or f.sort_key > $9
 order by f.sort_key
 limit $10
