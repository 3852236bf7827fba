-- Legal documents, newest first. $1 day (final ones in force then) or null, $2 kind or null, $3 search key or
-- null, $4 cursor or null, $5 limit, $6 subject or null, $7 status or null, $8 units whose documents may be
-- read (null = all)
with found as (
  select i.*, to_char(i.effective_from, 'YYYY-MM-DD') || i.id as sort_key,
         count(*) over () as total
    from instrument i
   where ($1::date is null
          or i.status = 'final'
             and i.effective_from <= $1 and (i.effective_to is null or $1 < i.effective_to))
     and ($2::text is null or i.kind = $2)
     and ($3::text is null or i.search_key like '%' || $3 || '%')
     and ($6::text is null or i.subjects @> array[$6::text])
     and ($7::text is null or i.status = $7)
     and ($8::uuid[] is null or i.id in (select instrument_id from instruments_touching($8)))
)
select f.id, f.kind, f.number, f.issuer, f.title, f.status, f.signed_on as "signedOn",
       f.effective_from as "effectiveFrom", f.effective_to as "effectiveTo", f.subjects,
       f.territory_on as "territoryOn", f.sort_key, f.total::int as total,
       (select count(*)::int from quota q where q.instrument_id = f.id) as quotas,
       array(select other_id from instrument_relation r
              where r.instrument_id = f.id and r.kind = 'amends' order by 1) as amends,
       array(select other_id from instrument_relation r
              where r.instrument_id = f.id and r.kind = 'replaces' order by 1) as replaces,
       array(select other_id from instrument_relation r
              where r.instrument_id = f.id and r.kind = 'based-on' order by 1) as bases,
       array(select unit_id from instrument_territory t
              where t.instrument_id = f.id order by 1) as territory
  from found f
 where $4::text is null or sort_key < $4
 order by sort_key desc
 limit $5
