-- Communes that may be meant, as of the day the team was founded: those of a code, or those whose name is the
-- same without diacritics and leading zeros. $1 named communes (json)
with named as materialized (
  select * from jsonb_to_recordset($1) as d(k int, code text, keys text[], "foundedOn" date)
), commune as materialized (
  select code, name, kind, valid_from, valid_to,
         regexp_replace(search_key, '(?<![[:alnum:]])0+(?=\d)', '', 'g') as key
    from unit_version where level = 'commune'
), meant as (
  select d.k, d."foundedOn" as day, c.* from named d join commune c on c.code = d.code
  union all
  select d.k, d."foundedOn", c.*
    from named d, unnest(d.keys) as wanted join commune c on c.key = wanted
)
select k, name, kind from meant
 where valid_from <= day and (valid_to is null or day < valid_to)
