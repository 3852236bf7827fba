-- Quotas of communes, and what may stand above them, as they are told to copies. $1 communes
select u.id,
       coalesce((select json_agg(json_build_object('id', q.id, 'number', i.number, 'teams', q.teams,
                                   'members', q.members, 'validFrom', q.valid_from, 'validTo', q.valid_to)
                                 order by q.valid_from)
                   from quota q join instrument i on i.id = q.instrument_id
                  where q.unit_id = u.id), '[]') as quotas,
       coalesce((select json_agg(json_build_object('id', t.id, 'teamId', t.team_id, 'members', t.members,
                                   'validFrom', t.valid_from, 'validTo', t.valid_to) order by t.valid_from, t.id)
                   from transition t where t.unit_id = u.id), '[]') as surpluses
  from unit u where u.id = any ($1)
