-- Policies, latest first. $1 day (null = any), $2 status, $3 id, $4 roots that may be seen (null = all),
-- $5 key to go on after, $6 how many
with found as (
  select p.*, coalesce(p.valid_from::text, '9999-12-31') || ' ' || to_char(p.recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || ' ' || p.id as sort_key
    from policy p
   where ($1::date is null or p.status = 'adopted' and p.valid_from <= $1
          and (p.valid_to is null or $1 < p.valid_to))
     and ($2::text is null or p.status = $2)
     and ($3::uuid is null or p.id = $3)
     and ($4::uuid[] is null or p.units = '{}' or exists (
           select from unnest(p.units) u (id)
            where u.id = any ($4) or exists (
              select from unnest($4::uuid[]) mine (id)
                cross join lateral unit_above(mine.id, current_date) a where a.id = u.id)))
)
select f.id, f.instrument, f.units, f.status, f.valid_from as "validFrom", f.valid_to as "validTo",
       f.adopted_by as "adoptedBy", f.document, f.sort_key as "sortKey",
       (select count(*) from found)::int as total,
       coalesce((select json_agg(json_build_object('id', u.id, 'name', v.kind || ' ' || v.name) order by v.name)
                   from unnest(f.units) u (id)
                   join lateral (select kind, name from unit_version
                                  where unit_id = u.id order by valid_from desc limit 1) v on true), '[]') as territory
  from found f
 where $5::text is null or f.sort_key < $5
 order by f.sort_key desc
 limit $6
