-- Cessations, latest proposal first. $1 day of clocks and names, $2 scope (null = all), $3 within (null = all),
-- $4 person, $5 team, $6 state, $7 cessation, $8 key to go on after, $9 how many
with found as (
  select c.*, p.team_id, p.position, n.name as person_name, t.name as team_name, place.commune_id,
         (date '9999-12-31' - c.proposed_on) || ' ' || c.id as sort_key
    from cessation c
    join posting p on p.id = c.posting_id
    join person n on n.id = c.person_id
    join team t on t.id = p.team_id
    left join lateral team_place(p.team_id, greatest($1, p.valid_from)) place on true
   where ($4::uuid is null or c.person_id = $4)
     and ($5::uuid is null or p.team_id = $5)
     and ($6::text is null or c.state = $6)
     and ($7::uuid is null or c.id = $7)
     and ($2::uuid[] is null or place.commune_id = any ($2))
     and ($3::uuid[] is null or place.commune_id = any ($3))
)
select f.id, f.posting_id as "postingId", f.person_id as "personId", f.state, f.ground, f.conduct,
       f.letter_on as "letterOn", f.proposed_on as "proposedOn", f.proposal_due_on as "proposalDueOn",
       f.decision_due_on as "decisionDueOn", f.valid_from as "validFrom", f.person_name as "personName",
       f.position, json_build_object('id', f.team_id, 'name', f.team_name) as team,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       coalesce(f.proposed_on > f.proposal_due_on, false) as "proposalLate",
       f.state <> 'withdrawn' and coalesce(coalesce(d.signed_on, $1) > f.decision_due_on, false)
         as "decisionLate",
       case when d.id is not null then json_build_object('id', d.id, 'number', d.number,
              'issuer', d.issuer, 'signedOn', d.signed_on) end as decision,
       f.village_head as "villageHead", f.front_head as "frontHead", f.sealed_basis as "sealedBasis",
       f.has_basis as "hasBasis", f.accepted, f.reason,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from found f
  left join decision d on d.id = f.decision_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = f.commune_id and valid_from <= greatest($1, f.proposed_on)
     order by valid_from desc limit 1) v on true
 where $8::text is null or f.sort_key > $8
 order by f.sort_key
 limit $9
