-- Periods of the province that a unit ($1) lies in on a day ($2), latest first; of a kind ($3), for a sender ($4), that
-- have a day ($5), that end from ($6) to ($7). From a row ($8) on, so many ($9).
select $columns, k.name as "kindName", k.senders,
       -- in the order in which the kind names them
       coalesce((select array_agg(s.sender order by s.place)
                   from unnest(k.senders) with ordinality s (sender, place)
                  where exists (select from form f
                                 where f.kind_code = p.kind_code and f.sender = s.sender and f.valid_from <= p.to_on
                                   and (f.valid_to is null or p.to_on < f.valid_to)
                                   and (f.unit_id is null or f.unit_id = p.province_id))), '{}') as "formSenders",
       count(*) over ()::int as total
  from reporting_period p
  join report_kind k on k.id = p.kind_id
 where p.province_id = province_of($1, $2)
   and ($3::text is null or p.kind_code = $3)
   and ($4::text is null or $4 = any (k.senders))
   and ($5::date is null or $5 between p.from_on and p.to_on)
   and ($6::date is null or p.to_on >= $6)
   and ($7::date is null or p.to_on <= $7)
 order by p.to_on desc, p.kind_code
offset $8 limit $9
