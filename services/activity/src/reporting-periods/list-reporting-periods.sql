-- Periods of the province that a unit ($1) lies in on a day ($2), latest first; of a kind ($3), for a sender ($4), that
-- have a day ($5), that end from ($6) to ($7). From a row ($8) on, so many ($9).
select $columns, k.name as "kindName", k.senders, count(*) over ()::int as total
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
