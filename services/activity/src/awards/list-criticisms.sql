-- Criticism, the latest first. $1 roots of the sender (null = all), $2 roots that narrow them, $3 today, $4 from, $5 to,
-- $6 one, $7 how many to leave out, $8 how many
select c.id, c.subject, c.subject_id as "subjectId", c.authority, c.number, c.decided_on as "decidedOn", c.reason,
       c.round_id as "roundId",
       coalesce(case when c.subject = 'unit' then u.kind || ' ' || u.name else t.name end, '') as "subjectName",
       coalesce(u.kind || ' ' || u.name, '') as "unitName", c.recorded_by as "recordedBy",
       to_json(c.recorded_at)#>>'{}' as "recordedAt", count(*) over ()::int as total
  from criticism c
  left join team t on t.id = c.team_id
  left join lateral (select kind, name from unit_version
                      where unit_id = c.unit_id and valid_from <= c.decided_on
                      order by valid_from desc limit 1) u on true
 where ($4::date is null or c.decided_on >= $4) and ($5::date is null or c.decided_on <= $5)
   and ($6::uuid is null or c.id = $6)
   and concerns_area(c.unit_id, c.team_id, c.decided_on, $1, $3)
   and concerns_area(c.unit_id, c.team_id, c.decided_on, $2, $3)
 order by c.decided_on desc, c.id
offset $7 limit $8
