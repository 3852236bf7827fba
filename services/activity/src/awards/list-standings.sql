-- What was recorded of units for a year ($1), of class and of safety each the latest: in an area ($2 scope, $3 within; null =
-- all) as of a day ($4), with words of a name ($5), of one unit ($6). $7 how many to leave out, $8 how many
with recorded as (
  select unit_id, (array_agg(id order by recorded_at desc))[1] as id,
         (array_agg(movement_class order by recorded_at desc) filter (where movement_class is not null))[1] as movement_class,
         (array_agg(class_number order by recorded_at desc) filter (where movement_class is not null))[1] as class_number,
         (array_agg(class_on order by recorded_at desc) filter (where movement_class is not null))[1] as class_on,
         (array_agg(safety order by recorded_at desc) filter (where safety is not null))[1] as safety,
         (array_agg(safety_number order by recorded_at desc) filter (where safety is not null))[1] as safety_number,
         (array_agg(safety_on order by recorded_at desc) filter (where safety is not null))[1] as safety_on,
         (array_agg(source order by recorded_at desc))[1] as source,
         (array_agg(recorded_by order by recorded_at desc))[1] as recorded_by,
         max(recorded_at) as recorded_at
    from unit_standing where year = $1 and ($6::uuid is null or unit_id = $6)
   group by unit_id
), scope as materialized (
  select id from unit_below($2::uuid[], $4) where $2::uuid[] is not null
), inside as materialized (
  select id from unit_below($3::uuid[], $4) where $3::uuid[] is not null
)
select r.id, r.unit_id as "unitId", $1::int as year, r.movement_class as "movementClass",
       r.class_number as "classNumber", r.class_on as "classOn", r.safety, r.safety_number as "safetyNumber",
       r.safety_on as "safetyOn", r.source, coalesce(v.name, '') as "unitName", coalesce(v.kind, '') as "unitKind",
       coalesce(o.kind || ' ' || o.name, '') as "parentName", r.recorded_by as "recordedBy",
       to_json(r.recorded_at)#>>'{}' as "recordedAt", count(*) over ()::int as total
  from recorded r
  left join lateral (select kind, name from unit_version where unit_id = r.unit_id and valid_from <= $4
                      order by valid_from desc limit 1) v on true
  left join lateral (select parent_id from unit_parent where unit_id = r.unit_id and valid_from <= $4
                      order by valid_from desc limit 1) p on true
  left join lateral (select kind, name from unit_version where unit_id = p.parent_id and valid_from <= $4
                      order by valid_from desc limit 1) o on true
 where ($2::uuid[] is null or r.unit_id in (select id from scope))
   and ($3::uuid[] is null or r.unit_id in (select id from inside))
   and ($5::text is null or lower(unaccent(concat_ws(' ', v.kind, v.name, o.name))) like '%' || lower(unaccent($5)) || '%')
 order by "parentName", "unitName", r.unit_id
offset $7 limit $8
