-- Communes of a day that an instrument governs (all, where it names no territory), with what lies over them.
-- $1 day, $2 instrument
with territory as materialized (
  select t.id from unit_below(
    (select array_agg(unit_id) from instrument_territory where instrument_id = $2), $1) t
)
select v.unit_id as id, v.code, v.name, v.kind, over.name as "parentName", over.kind as "parentKind",
       case over.level when 'province' then over.unit_id else top.parent_id end as "provinceId"
  from unit_version v
  left join unit_parent p on p.unit_id = v.unit_id
   and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
  left join unit_version over on over.unit_id = p.parent_id
   and over.valid_from <= $1 and (over.valid_to is null or $1 < over.valid_to)
  left join unit_parent top on top.unit_id = over.unit_id
   and top.valid_from <= $1 and (top.valid_to is null or $1 < top.valid_to)
 where v.level = 'commune' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
   and (not exists (select 1 from instrument_territory where instrument_id = $2)
        or v.unit_id in (select id from territory))
 order by v.code
