-- After payment-due.sql: what is due of a run still, and why. $4 communes that may be seen (null = all)
select d.owner_id as "ownerId", d.name, d.amount, d.channel,
       json_build_object('id', d.commune_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as commune,
       case when last.state = 'failed' then 'failed' else 'released' end as why,
       coalesce(case when last.state = 'failed' then last.reason else h.release_reason end, '') as reason,
       (d.channel, d.detail_id, d.account) is distinct from (last.channel, last.detail_id, last.account) as changed
  from due d
  join payroll r on r.id = $1
  left join payroll_hold h on h.payroll_id = $1 and h.person_id = d.person_id
  left join lateral (
    select y.state, y.reason, y.channel, y.detail_id, y.account from payment y
     where y.payroll_id = $1 and y.commune_id = d.commune_id and coalesce(y.person_id, y.team_id) = d.owner_id
       and y.payee = d.payee
     order by y.number desc limit 1) last on true
  left join lateral (
    select name, kind from unit_version
     where unit_id = d.commune_id and valid_from < r.month + interval '1 month'
     order by valid_from desc limit 1) v on true
 where d.caused and ($4::uuid[] is null or d.commune_id = any ($4))
 order by why, v.name, d.sort_name, d.owner_id
