-- Stages which villages each row names, as of the day its team was founded. $1 rows (json)
create temporary table held on commit drop as
with row as (
  select * from jsonb_to_recordset($1) as r(n int, at text, code text, "communeCode" text,
    "communeName" text, "villageCodes" text[], "villageNames" text[], "foundedOn" date)
), named as (
  select r.n, r.at, r.code, r."foundedOn" as founded_on, r."communeCode", r."communeName",
         village, 'code' as by
    from row r, unnest(r."villageCodes") as village
  union all
  select r.n, r.at, r.code, r."foundedOn", r."communeCode", r."communeName", village, 'name'
    from row r, unnest(r."villageNames") as village
   where cardinality(r."villageCodes") = 0
)
select d.n, d.at, d.code, d.founded_on, d.village,
       case when cardinality(found.ids) = 1 then found.ids[1] end as village_id,
       case when cardinality(found.ids) > 1 then 'unit-ambiguous' end as reason
  from named d
 cross join lateral (
   select array_agg(v.unit_id) as ids
     from unit_version v
     left join unit_parent p on p.unit_id = v.unit_id
      and p.valid_from <= d.founded_on and (p.valid_to is null or d.founded_on < p.valid_to)
     left join unit_version c on c.unit_id = p.parent_id
      and c.valid_from <= d.founded_on and (c.valid_to is null or d.founded_on < c.valid_to)
    where v.level = 'village' and v.valid_from <= d.founded_on
      and (v.valid_to is null or d.founded_on < v.valid_to)
      and case d.by when 'code' then v.code = d.village
               else lower(v.name) = lower(d.village)
                    or lower(v.kind || ' ' || v.name) = lower(d.village) end
      and (d."communeCode" is null or c.code = d."communeCode")
      and (d."communeName" is null or lower(c.name) = lower(d."communeName")
           or lower(c.kind || ' ' || c.name) = lower(d."communeName"))) found
