-- Communes with villages, and without a decided number of teams.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, v.unit_id as id, v.unit_id,
       greatest(v.valid_from, (select max(q.valid_to) from quota q
                                where q.unit_id = v.unit_id and q.valid_to <= $1)) as since
  from unit_within($2, $3, $1) inside
  join unit_version v on v.unit_id = inside.id and v.level = 'commune'
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 where not exists (select 1 from quota q where q.unit_id = v.unit_id
                      and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to))
   and exists (select 1 from unit_parent p where p.parent_id = v.unit_id
                  and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to))
