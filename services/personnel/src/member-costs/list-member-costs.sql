-- Communes that stand on a day, as they are called then.
-- $1 day, $2 communes that may be read (null = all), $3 communes asked for (null = all)
select u.id, v.name, v.kind
  from unit u
  join unit_version v on v.unit_id = u.id and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 where u.level = 'commune'
   and ($2::uuid[] is null or u.id = any ($2))
   and ($3::uuid[] is null or u.id = any ($3))
 order by v.code collate "C", u.id
