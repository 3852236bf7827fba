-- Units of a day, one page. Names of provinces, districts and communes are public; villages only of the scope.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all), $4 level or null,
-- $5 search key or null, $6 cursor (sort key of the last row) or null, $7 limit
with standing as materialized (
  select v.unit_id as id, v.level, v.kind, v.code, v.list, v.name, v.search_key,
         v.valid_from, v.valid_to, p.parent_id
    from unit_version v
    left join unit_parent p on p.unit_id = v.unit_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
     and ($4::text is null or v.level = $4)
     and ($5::text is null or v.search_key like '%' || $5 || '%')
     and ($3::uuid[] is null or v.unit_id in (select id from unit_below($3, $1)))
     and (v.level <> 'village' or $2::uuid[] is null
          or v.unit_id in (select id from unit_below($2, $1)))
), sorted as (
  select standing.*, parent.name as parent_name,
         case standing.level when 'province' then '0' when 'district' then '1' when 'commune' then '2'
                    else '3' end || standing.code || standing.id as sort_key,
         count(*) over () as total
    from standing
    left join unit_version parent on parent.unit_id = standing.parent_id
     and parent.valid_from <= $1 and (parent.valid_to is null or $1 < parent.valid_to)
)
select id, level, kind, code, list, name, parent_id, parent_name, valid_from, valid_to,
       sort_key, total::int
  from sorted
 where $6::text is null or sort_key > $6
 order by sort_key
 limit $7
