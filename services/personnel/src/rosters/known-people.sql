-- Records by the hash of the citizen ID, and where each stands on a day; of one that was merged, the record that
-- stands for it. $1 hashes in hexadecimal digits, $2 day
select p.id, encode(asked.citizen_id_index, 'hex') as index, p.name, p.birth_date as "birthDate", p.sex,
       coalesce(place.commune_id, p.commune_id) as "communeId"
  from unnest($1::text[]) as wanted
  join person asked on asked.citizen_id_index = decode(wanted, 'hex')
  join person p on p.id = case when asked.merged_into is null then asked.id else person_survivor(asked.id) end
  left join lateral person_place(p.id, $2) place on true
