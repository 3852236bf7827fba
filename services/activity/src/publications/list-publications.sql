-- What was published between two days ($1, $2), the latest first; in areas ($3 scope, $4 within; null: all), of a medium ($5)
-- and kind ($6), with words of title and outlet ($7), counting or withdrawn ($8); after a day and id ($9, $10), so many ($11)
with found as (
  select p.*, count(*) over ()::int as total
    from publication p
   where ($1::date is null or p.published_on >= $1) and ($2::date is null or p.published_on <= $2)
     and ($3::uuid[] is null or exists (select from unit_above(p.unit_id, p.published_on) a where a.id = any ($3)))
     and ($4::uuid[] is null or exists (select from unit_above(p.unit_id, p.published_on) a where a.id = any ($4)))
     and ($5::text is null or p.medium = $5) and ($6::text is null or p.kind = $6)
     and ($7::text is null
          or strpos(lower(unaccent(p.title || ' ' || p.outlet)), lower(unaccent($7))) > 0)
     and (p.withdrawn_because is null) = ($8 = 'counting')
)
select f.id, f.unit_id as "unitId", f.medium, f.kind, f.title, f.outlet, f.link, f.published_on as "publishedOn",
       f.instrument_id as "instrumentId", f.recorded_by as "recordedBy", f.recorded_at as "recordedAt",
       f.withdrawn_because as "withdrawnBecause", f.total,
       coalesce((select v.kind || ' ' || v.name from unit_version v
                  where v.unit_id = f.unit_id and v.valid_from <= f.published_on
                  order by v.valid_from desc limit 1), '') as "unitName"
  from found f
 where $9::date is null or (f.published_on, f.id) < ($9, $10::uuid)
 order by f.published_on desc, f.id desc
 limit $11
