-- Villages that may be meant, as of the day the team was founded: those of a code, or those whose name is the
-- same without diacritics and leading zeros. Which of them is meant, the rules say. $1 named villages (json)
with named as materialized (
  select * from jsonb_to_recordset($1) as d(k int, code text, keys text[], "communeCode" text,
    "communeKeys" text[], "foundedOn" date)
), village as materialized (
  select unit_id, code, name, kind, valid_from, valid_to,
         regexp_replace(search_key, '(?<![[:alnum:]])0+(?=\d)', '', 'g') as key
    from unit_version where level = 'village'
), meant as (
  select d.k, d."foundedOn" as day, d."communeCode", d."communeKeys", v.*
    from named d join village v on v.code = d.code
  union all
  select d.k, d."foundedOn", d."communeCode", d."communeKeys", v.*
    from named d, unnest(d.keys) as wanted join village v on v.key = wanted
)
select m.k, m.unit_id as id, m.name, m.kind, c.name as "communeName", c.kind as "communeKind"
  from meant m
  left join unit_parent p on p.unit_id = m.unit_id
   and p.valid_from <= m.day and (p.valid_to is null or m.day < p.valid_to)
  left join unit_version c on c.unit_id = p.parent_id
   and c.valid_from <= m.day and (c.valid_to is null or m.day < c.valid_to)
 where m.valid_from <= m.day and (m.valid_to is null or m.day < m.valid_to)
   and (m."communeCode" is null or c.code = m."communeCode")
   and (m."communeKeys" is null
        or regexp_replace(c.search_key, '(?<![[:alnum:]])0+(?=\d)', '', 'g') = any (m."communeKeys"))
 order by m.k, c.code, m.code
