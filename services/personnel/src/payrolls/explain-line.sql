-- What a line rests on. $1 line, $2 first day of the month it is for, $3 first day after it
select l.rate, l.days, l.basis, granted.dossier,
       case when y.id is not null then json_build_object('id', y.id, 'number', y.instrument ->> 'number',
              'document', y.document) end as policy,
       case when g.id is not null then json_build_object('id', g.id, 'position', g.position,
              'validFrom', g.valid_from, 'validTo', g.valid_to,
              'decision', case when d.id is not null
                then json_build_object('number', d.number, 'signedOn', d.signed_on) end) end as posting,
       case when q.number is not null then json_build_object('number', q.number, 'teams', q.teams,
              'members', q.members, 'serving', (
                select count(*)::int from posting s
                  join team_commune tc on tc.team_id = s.team_id and tc.commune_id = l.commune_id
                   and tc.valid_from < $3 and (tc.valid_to is null or tc.valid_to >= $3)
                 where s.valid_from < $3 and (s.valid_to is null or s.valid_to >= $3))) end as quota,
       coalesce((select json_agg(json_build_object('name', r."table" || case when r.key <> '' then ' ' || r.key else '' end,
                   'source', r.source))
                   from rate_value r where r.valid_from < $3 and (r.valid_to is null or r.valid_to > $2)), '[]') as sources
  from payroll_line l
  left join policy y on y.id = l.policy_id
  left join posting g on g.id = l.posting_id
  left join lateral (
    -- a decision that was taken back grants nothing any more; the line still names its dossier
    select json_build_object('id', l.case_id, 'about', coalesce(c.kind, 'severance'),
             'decision', case when e.id is not null
               then json_build_object('number', e.number, 'signedOn', e.signed_on) end) as dossier
      from (select l.case_id as id) one
      left join claim c on c.id = one.id
      left join severance s on s.id = one.id
      left join decision e on e.id = coalesce(c.decision_id, s.decision_id)
     where one.id is not null) granted on true
  left join decision d on d.id = g.decision_id
  left join lateral (
    select number, teams, members from quota
     where unit_id = l.commune_id and valid_from < $3 and (valid_to is null or valid_to > $2)
     order by valid_from desc limit 1) q on true
 where l.id = $1
