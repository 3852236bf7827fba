-- What the plan puts below a unit that is not of a level above its own, and parts of units that become
-- part of another level. A tree whose levels descend has no circle.
with put as (
  select 'founded' as part, id, level, parent_id from founded where parent_id is not null
  union all
  select 'changed', c.id, u.level, c.parent_id
    from changed c join unit u using (id) where c.parent_id is not null
  union all
  select 'moving', m.unit_id, u.level, m.parent_id from moving m join unit u on u.id = m.unit_id
   where m.unit_id not in (select id from changed)
), named as (
  select distinct on (unit_id) unit_id as id, name from unit_version order by unit_id, valid_from desc
)
select put.part, put.id, null::uuid as other, named.name, above.name as parent
  from put
  join unit over on over.id = put.parent_id
  left join named on named.id = put.id
  left join named above on above.id = put.parent_id
 where (put.level, over.level) not in (('village', 'commune'), ('commune', 'district'),
                                       ('commune', 'province'), ('district', 'province'))
union all
select 'lineage', h.predecessor_id, h.successor_id, '', ''
  from heir h
  join unit old on old.id = h.predecessor_id
  join unit new on new.id = h.successor_id
 -- an island district without communes became a commune itself
 where old.level <> new.level and (old.level, new.level) <> ('district', 'commune')
 order by 1, 4, 2
 limit 100
