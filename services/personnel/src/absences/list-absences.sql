-- Suspensions and leave by given name, of one person the latest first; one that its service did not outlive ends
-- with the service. $1 state on the day (null = all), $2 day, $3 scope (null = all), $4 within (null = all),
-- $5 person, $6 kind, $7 id to go on after, $8 how many
with served as (
  select a.id as absence_id, max(p.valid_from) as last_from,
         case when bool_or(p.valid_to is null) then null else max(p.valid_to) end as served_to
    from absence a
    join posting p on p.person_id = a.person_id
     and daterange(p.valid_from, p.valid_to) && daterange(a.valid_from, a.valid_to)
   where $5::uuid is null or a.person_id = $5
   group by a.id
), found as (
  select a.id, a.person_id, a.kind, a.valid_from, least(a.valid_to, s.served_to) as valid_to,
         a.decision_id, a.reason, n.name as person_name, p.team_id, place.commune_id,
         n.sort_name, date '9999-12-31' - a.valid_from as days_left
    from absence a
    join served s on s.absence_id = a.id
    join person n on n.id = a.person_id
    join posting p on p.person_id = a.person_id and p.valid_from = s.last_from
    left join lateral team_place(p.team_id, greatest($2, p.valid_from)) place on true
   where ($6::text is null or a.kind = $6)
), seen as (
  select * from found
   where ($1::text is null
          or $1 = case when $2 < valid_from then 'planned'
                       when valid_to <= $2 then 'ended'
                       else 'running' end)
     and ($3::uuid[] is null or commune_id = any ($3))
     and ($4::uuid[] is null or commune_id = any ($4))
)
select s.id, s.person_id as "personId", s.kind, s.valid_from as "validFrom", s.valid_to as "validTo", s.reason,
       s.person_name as "personName", json_build_object('id', t.id, 'name', t.name) as team,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       case when d.id is not null then json_build_object('id', d.id, 'number', d.number,
              'issuer', d.issuer, 'signedOn', d.signed_on) end as decision,
       (select count(*) from seen)::int as total
  from seen s
  join team t on t.id = s.team_id
  left join decision d on d.id = s.decision_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = s.commune_id and valid_from <= greatest($2, s.valid_from)
     order by valid_from desc limit 1) v on true
 where $7::text is null or (s.sort_name, s.days_left, s.id) >
       (select sort_name, days_left, id from found where id::text = $7)
 order by s.sort_name, s.days_left, s.id
 limit $8
