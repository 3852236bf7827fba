-- Villages smaller than the law wants them (law BR-88); never an error.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, v.unit_id as id, v.unit_id, greatest(s.since, f.measured_on) as since
  from unit_within($2, $3, $1) inside
  join unit_version v on v.unit_id = inside.id and v.level = 'village'
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  join village_standard_on($1) s on s.village_id = v.unit_id
  join lateral (select value, measured_on from unit_figure
                 where unit_id = v.unit_id and kind = 'households' and measured_on <= $1
                 order by measured_on desc limit 1) f on f.value < s.households
