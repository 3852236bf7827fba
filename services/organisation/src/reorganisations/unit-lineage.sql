-- One step back and one step on in the lineage of a unit. $1 unit
with step as (
  select l.predecessor_id, l.successor_id, l.share, l.valid_from from unit_lineage l
   where l.predecessor_id = $1 or l.successor_id = $1
), named as (
  select s.*, v.unit_id as id, v.kind, v.name
    from step s
    cross join lateral (
      select unit_id, kind, name from unit_version
       where unit_id = case when s.successor_id = $1 then s.predecessor_id else s.successor_id end
       order by (valid_from <= s.valid_from) desc,
                case when s.successor_id = $1 then valid_from end desc, valid_from limit 1) v
), item as (
  select successor_id = $1 as back, name,
         json_build_object('unit', json_build_object('id', id, 'kind', kind, 'name', name),
                           'share', share, 'on', valid_from) as said
    from named
)
select coalesce(json_agg(said order by name) filter (where back), '[]') as predecessors,
       coalesce(json_agg(said order by name) filter (where not back), '[]') as successors
  from item
