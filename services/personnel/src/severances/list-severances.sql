-- Severance asked for in an area by a day, as it stood then, undecided first. $1 day (null = as it stands), $2 scope
-- (null = all), $3 within (null = all), $4 person, $5 id, $6 key to go on after, $7 how many, $8 state (null = all)
with found as (
  select s.*, p.name as person_name, is_decided,
         case when is_decided then s.outcome else 'deciding' end as state,
         is_decided::int || ' ' || to_char(s.received_on, 'YYYY-MM-DD') || ' ' || s.id as sort_key
    from severance s
    join person p on p.id = s.person_id
   cross join lateral (
     select s.outcome is not null and ($1::date is null or s.decided_on <= $1) as is_decided) stands
   where ($1::date is null or s.received_on <= $1)
     and ($2::uuid[] is null or s.commune_id = any ($2))
     and ($3::uuid[] is null or s.commune_id = any ($3))
     and ($4::uuid is null or s.person_id in (select id from person_records($4)))
     and ($5::uuid is null or s.id = $5)
     and ($8::text is null or case when is_decided then s.outcome else 'deciding' end = $8)
)
select f.id, f.person_id as "personId", f.person_name as "personName", f.forces, f.left_on as "leftOn", f.ground,
       f.received_on as "receivedOn", f.state, case when f.is_decided then f.decided_on end as "decidedOn",
       case when f.is_decided then f.amount end as amount, case when f.is_decided then f.reasons else '' end as reasons,
       case when f.is_decided then json_build_object('id', d.id, 'number', d.number,
              'issuer', d.issuer, 'signedOn', d.signed_on) end as decision,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from found f
  left join decision d on d.id = f.decision_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = f.commune_id and valid_from <= f.received_on order by valid_from desc limit 1) v on true
 where $6::text is null or f.sort_key > $6
 order by f.sort_key
 limit $7
