-- Indicators of a day ($1). With a unit ($2) what holds for it: its province's own before what is shipped, without
-- what the province does without. Of one code ($3) and one level ($4), if given.
with held as (
  select i.*,
         row_number() over (partition by i.code order by i.unit_id nulls last) as place
    from indicator i
   where i.valid_from <= $1 and (i.valid_to is null or $1 < i.valid_to)
     and ($3::text is null or i.code = $3)
     and ($2::uuid is null or i.unit_id is null or i.unit_id = province_of($2, $1))
)
select id, code, unit_id as "unitId", name, name_en as "nameEn", measure, shape, numerator, denominator,
       aggregation, cycles, levels, target, direction, zero_tolerance as "zeroTolerance", source, certainty,
       citation, in_use as "inUse", valid_from as "validFrom", valid_to as "validTo"
  from held
 where ($2::uuid is null or (place = 1 and in_use))
   and ($4::text is null or $4 = any (levels))
 order by array_position(array['ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'TC', 'TT', 'LL', 'PL', 'SK'],
                         split_part(code, '.', 1)), code, unit_id nulls first
