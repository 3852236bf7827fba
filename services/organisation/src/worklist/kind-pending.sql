-- Thôn in a phường, tổ dân phố in a xã: to be converted since 1 July 2025 (law BR-05). Local names
-- (Decree 185/2026/NĐ-CP Art. 2.4) are the commune's choice.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, v.unit_id as id, v.unit_id,
       greatest(v.valid_from, p.valid_from, c.valid_from, '2025-07-01') as since
  from unit_within($2, $3, $1) inside
  join unit_version v on v.unit_id = inside.id and v.level = 'village'
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  join unit_parent p on p.unit_id = v.unit_id
   and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
  join unit_version c on c.unit_id = p.parent_id
   and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to)
 where $1 >= '2025-07-01'
   and (c.kind = 'phường' and v.kind = 'thôn' or c.kind = 'xã' and v.kind = 'tổ dân phố')
