-- Supervisions of an area that had begun by a day, those without an end first, the latest first, or one alone.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 id, $5 key to go on after, $6 how many,
-- $7 state on the day (null = all), $8 the member who helps (null = all)
with found as (
  select s.*, p.name as person_name,
         (s.valid_to is not null)::int || ' ' || to_char(date '9999-12-31' - s.valid_from, 'FM0000000')
           || ' ' || s.id as sort_key
    from supervision s
    join person p on p.id = s.person_id
   where ($4::uuid is not null or s.valid_from <= $1)
     and ($2::uuid[] is null or s.commune_id = any ($2))
     and ($3::uuid[] is null or s.commune_id = any ($3))
     and ($4::uuid is null or s.id = $4)
     and ($8::uuid is null or s.person_id in (select id from person_records($8)))
     and ($7::text is null or $7 = case when s.valid_to <= $1 then 'ended' else 'running' end)
)
select f.id, f.person_id as "personId", f.person_name as "personName", f.commune_id as "communeId",
       f.received_on as "receivedOn", f.proposed_on as "proposedOn", f.valid_from as "validFrom",
       f.valid_to as "validTo", f.follows_id as "followsId",
       json_build_object('id', d.id, 'number', d.number, 'signedOn', d.signed_on, 'issuer', d.issuer) as decision,
       array(select quarter from supervision_report r
              where r.supervision_id = f.id and r.reported_on <= $1 order by quarter) as reported,
       (f.valid_to is null or $1 < f.valid_to) and not exists (
         select from posting o
          where o.person_id = f.person_id and o.valid_from <= $1 and (o.valid_to is null or $1 < o.valid_to)
       ) as "needsReplacement",
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from found f
  join decision d on d.id = f.decision_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = f.commune_id and valid_from <= greatest($1, f.valid_from)
     order by valid_from desc limit 1) v on true
 where $5::text is null or f.sort_key > $5
 order by f.sort_key
 limit $6
