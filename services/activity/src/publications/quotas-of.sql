-- Quotas of a day ($1): for a unit ($2) those that hold in its province, its own before what ships; else all. Of a code ($3).
select id, code, unit_id as "unitId", name, name_en as "nameEn", medium, kinds, cycle, least, levels, certainty, citation,
       valid_from as "validFrom", valid_to as "validTo"
  from (select q.*, row_number() over (partition by q.code order by q.unit_id nulls last) as place
          from publication_quota q
         where q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
           and ($3::text is null or q.code = $3)
           and ($2::uuid is null or q.unit_id is null or q.unit_id = province_of($2, $1))) held
 where $2::uuid is null or place = 1
 order by code, unit_id nulls first
