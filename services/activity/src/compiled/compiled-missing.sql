-- Who has sent nothing, by name; so many ($4).
select p.period_id as "periodId", p.period_name as "periodName", p.sender_id as "senderId",
       coalesce(t.name, v.kind || ' ' || v.name, '') as name, coalesce(u.kind || ' ' || u.name, '') as "unitName",
       count(*) over ()::int as total
  from placed p
  left join team t on t.id = p.sender_id
  left join unit_version v on v.unit_id = p.sender_id and v.valid_from <= p.day and (v.valid_to is null or p.day < v.valid_to)
  left join unit_version u on u.unit_id = p.unit_id and u.valid_from <= p.day and (u.valid_to is null or p.day < u.valid_to)
 where p.state is null or p.state = 'draft'
 order by p.day desc, u.name, u.unit_id, coalesce(t.name, v.name), p.sender_id
 limit $4
