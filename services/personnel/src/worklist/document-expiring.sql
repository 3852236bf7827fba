-- Temporary residence and insurance of members that run out soon or have, with nothing after them.
select 'person' as noun, n.id, n.name, s.commune_id, s.team_id, min(d.valid_to) as since
  from serving s
  join person n on n.id = s.person_id
  join person_detail d on d.person_id = n.id and d.withdrawn_at is null
   and d.kind in ('residence', 'insurance') and d.valid_from <= $1 and d.valid_to <= s.until
 where not exists (select from person_detail later
                    where later.person_id = n.id and later.withdrawn_at is null
                      and later.kind = d.kind and later.valid_from >= d.valid_to
                      and (d.kind = 'residence' or later.slot = d.slot))
 group by n.id, s.commune_id, s.team_id
