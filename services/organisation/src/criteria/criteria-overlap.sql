-- Other adopted criteria that would hold for one of the same villages on a day of the period (law BR-02).
-- $1 id of those to be adopted, $2 first day, $3 day after the last or null, $4 roots or null
select r.id, i.number, greatest(r.valid_from, $2::date) as on
  from criteria_reach r
  join instrument i on i.id = r.instrument_id
 where r.status = 'adopted' and r.id <> $1
   and daterange(r.valid_from, r.ends_on) && daterange($2::date, $3::date)
   and case when r.roots is null or $4::uuid[] is null or r.roots && $4 then true
            else exists (select id from criteria_villages(r.roots, greatest(r.valid_from, $2))
                         intersect
                         select id from criteria_villages($4, greatest(r.valid_from, $2)))
       end
 order by r.valid_from
 limit 1
