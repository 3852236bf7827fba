-- Records by the hash of the citizen ID, and where each stands on a day. $1 hashes in hexadecimal digits, $2 day
select p.id, encode(p.citizen_id_index, 'hex') as index, p.name, p.birth_date as "birthDate", p.sex,
       coalesce(place.commune_id, p.commune_id) as "communeId"
  from unnest($1::text[]) as wanted
  join person p on p.citizen_id_index = decode(wanted, 'hex')
  left join lateral (
    select team_id from posting where person_id = p.id and valid_from <= $2
     order by valid_from desc limit 1) last on true
  left join lateral (
    select commune_id from team_commune where team_id = last.team_id and valid_from <= $2
     order by valid_from desc limit 1) place on true
