-- Final documents that govern a unit on a day, in all of it or in a part. $1 unit, $2 day, $3 subject or null
with place as (
  select b.id from unit_below(array[$1::uuid], $2::date) b
    join unit u on u.id = b.id and (u.id = $1 or u.level in ('district', 'commune'))
), open as (
  select i.* from instrument i
   where i.status = 'final' and i.effective_from <= $2 and (i.effective_to is null or $2 < i.effective_to)
     and ($3::text is null or i.subjects @> array[$3::text])
), reach as materialized (
  select o.* from instruments_over((select array_agg(id) from place), $2::date,
                                   (select array_agg(id) from open)) o
), extent as (
  select instrument_id, coalesce(bool_or(whole) filter (where unit_id = $1), false) as whole
    from reach group by 1
), named as (
  select distinct e.instrument_id, t.unit_id, v.kind, v.name
    from extent e
    join instrument_territory t on t.instrument_id = e.instrument_id
    cross join lateral (
      select kind, name, valid_to from unit_version where unit_id = t.unit_id
       order by valid_from desc limit 1) v
   where v.valid_to <= $2
)
select o.id, o.kind, o.number, o.issuer, o.title, o.status, o.signed_on as "signedOn",
       o.effective_from as "effectiveFrom", o.effective_to as "effectiveTo", o.subjects,
       case when e.whole then 'whole' else 'part' end as extent,
       coalesce((select json_agg(json_build_object('id', n.unit_id, 'kind', n.kind, 'name', n.name)
                                 order by n.name)
          from named n where n.instrument_id = o.id), '[]') as by,
       array(select other_id from instrument_relation r
              where r.instrument_id = o.id and r.kind = 'amends' order by 1) as amends
  from open o join extent e on e.instrument_id = o.id
 order by e.whole desc, o.effective_from desc, o.number
