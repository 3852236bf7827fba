-- Workplaces that are called so, on any day. $1 day, $2 scope (null = all), $3 search key, $4 limit
with fitting as (
  select w.*, greatest(least($1::date, w.valid_to - 1), w.valid_from) as seen_on
    from workplace w
    left join village_heirs($1) h on h.was = w.village_id
   where (lower(unaccent(w.name)) like '%' || $3 || '%' or lower(w.code) = $3)
     and ($2::uuid[] is null
          or coalesce(h.heir, w.village_id) in (select id from unit_below($2, $1)))
)
select f.id, s.name, f.seen_on as "on", nullif(s.address, '') as note, count(*) over ()::int as total
  from fitting f
  join lateral (select state.name, state.address from workplace_on(f.seen_on) state
                 where state.id = f.id) s on true
 order by abs(f.seen_on - $1), s.name, f.id
 limit $4
