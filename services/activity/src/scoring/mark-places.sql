-- Where subjects ($1) stand on a day ($3), seen from areas ($2; null: everywhere).
select s.id, s.subject, sender_is_below(s.id, s.unit_id, $2::uuid[], $3::date) as own,
       sender_is_under(s.subject, s.unit_id, $2::uuid[], $3::date) as under
  from (select t.id, 'team' as subject,
               coalesce((select commune_id from team_commune c
                          where c.team_id = t.id and c.valid_from <= $3::date
                            and (c.valid_to is null or $3::date < c.valid_to) limit 1), t.id) as unit_id
          from team t where t.id = any ($1::uuid[])
        union all
        select id, level, id from unit where id = any ($1::uuid[]) and level in ('commune', 'district')) s
