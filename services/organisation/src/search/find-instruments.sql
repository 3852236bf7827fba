-- Documents by number or title, those in force first. $1 day, $2 units whose documents may be
-- read (null = all), $3 search key, $4 limit
select i.id, i.number as name, i.title as note,
       greatest(least($1::date, i.effective_to - 1), i.effective_from) as "on",
       count(*) over ()::int as total
  from instrument i
 where i.search_key like '%' || $3 || '%'
   and ($2::uuid[] is null or i.id in (select instrument_id from instruments_touching($2)))
 order by not (i.effective_from <= $1 and (i.effective_to is null or $1 < i.effective_to)),
          i.signed_on desc, i.id
 limit $4
