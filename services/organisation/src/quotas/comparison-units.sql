-- Communes of a comparison with the days on which they stand. $1 communes, $2 day, $3 scope that day (null = all),
-- $4 within that day (null = all)
select v.unit_id as "unitId", v.code, v.name, v.kind, v.valid_from as "validFrom", v.valid_to as "validTo"
  from unit_version v
 where v.unit_id = any ($1)
   and ($3::uuid[] is null or v.unit_id in (select id from unit_below($3, $2)))
   and ($4::uuid[] is null or v.unit_id in (select id from unit_below($4, $2)))
 order by v.code collate "C", v.unit_id
