-- One person as on a day. $1 person, $2 day
select p.id, p.name, p.sort_name as "sortName", p.sex, p.phone, p.birth_date as "birthDate",
       p.ethnicity, p.religion, p.education, p.party_joined_on as "partyJoinedOn", p.address, p.note,
       p.version, p.citizen_id as "citizenId",
       coalesce(place.commune_id, p.commune_id) as "communeId",
       case when last.team_id is null then 'candidate'
            when last.valid_to is null or $2 < last.valid_to then 'serving'
            else 'left' end as state,
       last.position, last.valid_from as since, last.valid_to as until,
       case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       array_remove(array[
         case when p.citizen_id is not null then 'citizen-id' end,
         case when exists (
                select from person_records(p.id) r join person_detail d on d.person_id = r.id
                 where d.kind = 'bank-account' and d.withdrawn_at is null
                   and d.valid_from <= $2 and (d.valid_to is null or $2 < d.valid_to))
              then 'bank-account' end,
         case when p.health is not null then 'health' end,
         case when p.criminal_record is not null then 'criminal-record' end], null) as kept,
       coalesce((select json_agg(json_build_object('heading', r.heading, 'value', r.value)
                                 order by r.heading, r.value)
                   from (select distinct heading, value from roster_remark
                          where person_id in (select id from person_records(p.id))) r), '[]') as remarks,
       1 as total
  from person p
  left join lateral (
    select team_id, position, valid_from, valid_to from posting
     where person_id = p.id and valid_from <= $2 order by valid_from desc limit 1) last on true
  left join lateral team_place(last.team_id, $2) place on true
  left join team t on t.id = last.team_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = coalesce(place.commune_id, p.commune_id) and valid_from <= $2
     order by valid_from desc limit 1) v on true
 where p.id = $1
