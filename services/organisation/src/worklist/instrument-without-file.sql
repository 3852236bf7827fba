-- Documents in force of which nobody has put the paper in.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'instrument' as noun, i.id, null::uuid as unit_id, i.signed_on as since
  from instrument i
 where i.status = 'final' and i.effective_from <= $1 and (i.effective_to is null or $1 < i.effective_to)
   and not exists (select 1 from file_link l
                    where l.noun = 'instrument' and l.noun_id = i.id and l.detached_at is null)
   and ($2::uuid[] is null and $3::uuid[] is null
        or exists (select 1 from instrument_territory t
                    where t.instrument_id = i.id
                      and t.unit_id in (select id from unit_within($2, $3, $1))))
