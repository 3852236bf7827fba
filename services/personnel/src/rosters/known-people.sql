-- Records by the hash of the citizen ID, and where each stands on a day. $1 hashes in hexadecimal digits, $2 day
select p.id, encode(p.citizen_id_index, 'hex') as index, p.name, p.birth_date as "birthDate", p.sex,
       coalesce(place.commune_id, p.commune_id) as "communeId"
  from unnest($1::text[]) as wanted
  join person p on p.citizen_id_index = decode(wanted, 'hex')
  left join lateral person_place(p.id, $2) place on true
