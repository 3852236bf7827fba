-- Obstacles: one ($1), of a period ($2), of a sender ($3), open or solved ($4), of a kind of report ($5), of periods that
-- ended until a day ($6), in areas ($7 scope, $8 units; null = all). From a row ($9) on, so many ($10).
select o.id, o.period_id as "periodId", p.name as "periodName", o.sender, o.sender_id as "senderId",
       coalesce(t.name, s.kind || ' ' || s.name, '') as name, o.unit_id as "unitId",
       coalesce(u.kind || ' ' || u.name, '') as "unitName", o.text,
       case when o.solved_at is null then 'open' else 'solved' end as state,
       o.raised_at as "raisedAt", o.raised_by_name as "raisedBy", o.answer, o.solved_at as "solvedAt",
       o.solved_by_name as "solvedBy", count(*) over ()::int as total
  from obstacle o
  join reporting_period p on p.id = o.period_id
  left join team t on t.id = o.sender_id
  left join unit_version s on s.unit_id = o.sender_id and s.valid_from <= p.to_on and (s.valid_to is null or p.to_on < s.valid_to)
  left join unit_version u on u.unit_id = o.unit_id and u.valid_from <= p.to_on and (u.valid_to is null or p.to_on < u.valid_to)
 where ($1::uuid is null or o.id = $1)
   and ($2::uuid is null or o.period_id = $2)
   and ($3::uuid is null or o.sender_id = $3)
   and ($4::text is null or (o.solved_at is null) = ($4 = 'open'))
   and ($5::text is null or p.kind_code = $5)
   and ($6::date is null or p.to_on <= $6)
   and sender_is_below(o.sender_id, o.unit_id, $7::uuid[], p.to_on)
   and sender_is_below(o.sender_id, o.unit_id, $8::uuid[], p.to_on)
 order by o.solved_at is not null, o.raised_at, o.id
offset $9 limit $10
