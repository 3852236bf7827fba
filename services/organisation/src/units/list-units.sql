-- Units of a day, one page. Names of provinces, districts and communes are public; villages only of the scope.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all), $4 level or null,
-- $5 search key or null, $6 cursor (sort key of the last row) or null, $7 limit,
-- $11 kind or null, $12 tag or null, $13 parent or null, $14 with figures and tags,
-- $15 areas whose units alone are told, on the days that they are held ([{unitId, from, to}]; null = public names),
-- $8 also what stood on other days only, $9 kinds that $5 begins with, each with $10, the name behind it
with fitting as materialized (
  select v.unit_id as id, v.level, v.kind, v.code, v.list, v.name, v.valid_from, v.valid_to,
         -- the day nearest to the one asked for on which it was so
         least(greatest($1::date, v.valid_from), v.valid_to - 1) as seen_on,
         -- what is called exactly so comes first, then what begins so
         case when $5::text is null then ''
              when v.search_key = $5 or lower(v.code) = $5 or v.kind = any ($9::text[]) then '0'
              when starts_with(v.search_key, $5) or starts_with(lower(v.code), $5) then '1'
              else '2' end as nearness
    from unit_version v
   where ($8::boolean or v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to))
     and ($4::text is null or v.level = $4)
     and ($5::text is null or v.search_key like '%' || $5 || '%'
          or $5 ~ '[0-9]' and length($5) > 1 and starts_with(lower(v.code), $5)
          or v.kind = any ($9::text[]) and v.search_key like any ($10::text[])
          or length($5) > 4 and $5 !~ ' ' and replace(v.search_key, ' ', '') like '%' || $5 || '%')
     and ($3::uuid[] is null or v.unit_id in (select id from unit_below($3, $1)))
     and ($11::text is null or v.kind = $11)
     and ($12::text is null or exists (
       select 1 from unit_tag t where t.unit_id = v.unit_id and t.tag = $12
          and t.valid_from <= $1 and (t.valid_to is null or $1 < t.valid_to)))
     and ($13::uuid is null or exists (
       select 1 from unit_parent p where p.unit_id = v.unit_id and p.parent_id = $13
          and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)))
     and (v.level <> 'village' or $2::uuid[] is null
          or v.unit_id in (select id from unit_below($2, $1)))
), nearest_of_all as materialized (
  select distinct on (id) * from fitting order by id, abs(seen_on - $1), valid_from desc
), reachable as materialized (
  -- few days: those on which boundaries changed
  select days.day, below.id
    from (select distinct seen_on as day from nearest_of_all where $15::jsonb is not null) days
   cross join lateral (
      select array_agg(a."unitId") as roots
        from jsonb_to_recordset($15) a ("unitId" uuid, "from" date, "to" date)
       where a."from" <= days.day and (a."to" is null or days.day < a."to")) held
   cross join lateral unit_below(held.roots, days.day) below
), nearest as (
  select * from nearest_of_all
   where $15::jsonb is null or (seen_on, id) in (select day, id from reachable)
), sorted as (
  select nearest.*, p.parent_id, parent.name as parent_name, parent.kind as parent_kind,
         nearness || case when seen_on <> $1 then '9' else case nearest.level
                       when 'province' then '0' when 'district' then '1' when 'commune' then '2'
                       else '3' end end
                  || nearest.code || nearest.id as sort_key,
         count(*) over () as total
    from nearest
    left join unit_parent p on p.unit_id = nearest.id
     and p.valid_from <= seen_on and (p.valid_to is null or seen_on < p.valid_to)
    left join unit_version parent on parent.unit_id = p.parent_id
     and parent.valid_from <= seen_on and (parent.valid_to is null or seen_on < parent.valid_to)
), page as (
  select * from sorted where $6::text is null or sort_key > $6 order by sort_key limit $7
)
select id, level, kind, code, list, name, parent_id, parent_name, parent_kind, valid_from, valid_to,
       sort_key, total::int,
       -- a name is public, a figure is not
       case when $14::boolean and ($2::uuid[] is null or id in (select id from unit_below($2, $1)))
            then json_build_object(
         'figures', coalesce((
           select json_agg(json_build_object('kind', kind, 'value', value, 'measuredOn', measured_on,
                                             'source', source) order by kind)
             from (select distinct on (f.kind) f.* from unit_figure f
                    where f.unit_id = page.id and f.measured_on <= $1
                    order by f.kind, f.measured_on desc) latest), '[]'),
         'tags', coalesce((
           select json_agg(t.tag order by t.tag) from unit_tag t
            where t.unit_id = page.id and t.valid_from <= $1
              and (t.valid_to is null or $1 < t.valid_to)), '[]')) end as facts
  from page
 order by sort_key
