-- Communes whose villages were rearranged after the decision that holds there (law BR-86, BR-87).
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, p.parent_id as id, p.parent_id as unit_id, min(l.valid_from) as since
  from unit_lineage l
  join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
  join unit u on u.id = l.successor_id and u.level = 'village'
  join unit_parent p on p.unit_id = u.id and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
  join unit_within($2, $3, $1) inside on inside.id = p.parent_id
 where l.valid_from <= $1
   and not exists (
     select 1 from quota q join instrument i on i.id = q.instrument_id
      where q.unit_id = p.parent_id and i.signed_on >= l.valid_from
        and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to))
 group by p.parent_id
