-- Communes that became one another after $1 and up to $2: as reorganisations record it, and where the units
-- were only imported, as their villages went from a commune that ended or to one that began that day.
select l.predecessor_id as "predecessorId", l.successor_id as "successorId"
  from unit_lineage l
  join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
  join unit u on u.id = l.predecessor_id and u.level = 'commune'
 where l.valid_from > $1::date and l.valid_from <= $2::date
union
select was.parent_id, now.parent_id
  from unit_parent was
  join unit_parent now on now.unit_id = was.unit_id and now.valid_from = was.valid_to
   and now.parent_id <> was.parent_id
  join unit v on v.id = was.unit_id and v.level = 'village'
 where now.valid_from > $1::date and now.valid_from <= $2::date
   and (not exists (select 1 from unit_version w where w.unit_id = was.parent_id
                       and w.valid_from <= now.valid_from
                       and (w.valid_to is null or now.valid_from < w.valid_to))
        or not exists (select 1 from unit_version n where n.unit_id = now.parent_id
                          and n.valid_from < now.valid_from))
