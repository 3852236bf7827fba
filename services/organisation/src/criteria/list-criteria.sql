-- Criteria with where and how long they hold, latest first. $1 day in force or null, $2 status or null,
-- $3 id or null, $4 cursor or null, $5 limit
with found as (
  select c.id, c.instrument_id, c.status, c.valid_from, c.valid_to, c.document, r.ends_on, r.roots,
         i.number as instrument_number, i.title as instrument_title,
         coalesce(to_char(c.valid_from, 'YYYY-MM-DD'), '9999-99-99') || c.id as sort_key,
         count(*) over ()::int as total
    from criteria c
    join criteria_reach r on r.id = c.id
    left join instrument i on i.id = c.instrument_id
   where ($1::date is null
          or (c.status = 'adopted' and c.valid_from <= $1 and (r.ends_on is null or $1 < r.ends_on)))
     and ($2::text is null or c.status = $2)
     and ($3::uuid is null or c.id = $3)
)
select f.id, f.instrument_id as "instrumentId", f.status, f.valid_from as "validFrom",
       f.valid_to as "validTo", f.ends_on as "endsOn", f.document,
       f.instrument_number as "instrumentNumber", f.instrument_title as "instrumentTitle",
       f.sort_key, f.total,
       array(select unit_id from criteria_unit u where u.criteria_id = f.id order by 1) as units,
       coalesce(
         (select jsonb_agg(jsonb_build_object('id', last.unit_id, 'name', last.name) order by last.name)
            from (select distinct on (v.unit_id) v.unit_id, v.name
                    from unit_version v where v.unit_id = any (f.roots)
                   order by v.unit_id, v.valid_from desc) last), '[]') as territory
  from found f
 where $4::text is null or f.sort_key < $4
 order by f.sort_key desc
 limit $5
