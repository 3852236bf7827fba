-- Postings of a day or of all days, latest first. $1 day (null = all), $2 day of names, $3 scope (null = all),
-- $4 within (null = all), $5 person, $6 team, $7 key to go on after, $8 how many
with found as (
  select p.*, place.commune_id,
         (case p.position when 'leader' then '1' when 'deputy' then '2' else '3' end) as rank
    from posting p
    left join lateral team_place(p.team_id, greatest($2, p.valid_from)) place on true
   where ($1::date is null or p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to))
     and ($5::uuid is null or p.person_id = $5)
     and ($6::uuid is null or p.team_id = $6)
     and ($3::uuid[] is null or place.commune_id = any ($3))
     and ($4::uuid[] is null or place.commune_id = any ($4))
), keyed as (
  select f.*, n.name as person_name, t.name as team_name,
         case when $5::uuid is null then rank || ' ' || n.sort_name else '' end
           || ' ' || (date '9999-12-31' - f.valid_from) || ' ' || f.id as sort_key
    from found f
    join person n on n.id = f.person_id
    join team t on t.id = f.team_id
)
select k.id, k.person_id as "personId", k.team_id as "teamId", k.position, k.valid_from as "validFrom",
       k.valid_to as "validTo", k.person_name as "personName", k.team_name as "teamName", k.accepted, k.reason,
       case k.position when 'leader' then 'head' when 'deputy' then 'deputy' end as "civilDefence",
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       case when d.id is not null then json_build_object('id', d.id, 'number', d.number,
              'issuer', d.issuer, 'signedOn', d.signed_on) end as decision,
       case when e.id is not null then json_build_object('id', e.id, 'number', e.number,
              'issuer', e.issuer, 'signedOn', e.signed_on) end as "endDecision",
       k.sort_key as "sortKey", (select count(*) from keyed)::int as total
  from keyed k
  left join decision d on d.id = k.decision_id
  left join decision e on e.id = k.end_decision_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = k.commune_id and valid_from <= greatest($2, k.valid_from)
     order by valid_from desc limit 1) v on true
 where $7::text is null or k.sort_key collate "vi-x-icu" > $7 collate "vi-x-icu"
 order by k.sort_key collate "vi-x-icu"
 limit $8
