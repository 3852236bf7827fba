-- Legal documents, newest first. $1 day in force or null, $2 kind or null, $3 search key or null,
-- $4 cursor or null, $5 limit
with found as (
  select i.*, to_char(i.effective_from, 'YYYY-MM-DD') || i.id as sort_key,
         count(*) over () as total
    from instrument i
   where ($1::date is null
          or (i.effective_from <= $1 and (i.effective_to is null or $1 < i.effective_to)))
     and ($2::text is null or i.kind = $2)
     and ($3::text is null or i.search_key like '%' || $3 || '%')
)
select f.*, f.total::int as total,
       (select count(*)::int from quota q where q.instrument_id = f.id) as quotas,
       array(select replaced_id from instrument_replacement r where r.instrument_id = f.id) as replaces,
       array(select unit_id from instrument_territory t where t.instrument_id = f.id) as territory
  from found f
 where $4::text is null or sort_key < $4
 order by sort_key desc
 limit $5
