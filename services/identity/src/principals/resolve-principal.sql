-- Whose token is this, and what may they do today? Asked with every request, so one look-up by hash.
-- $1 sha256 of the token, $2 today
with holder as (
  select s.account_id, s.id as session_id, null::uuid as token_id, false as stale
    from access_token t
    join session s on s.id = t.session_id
   where t.hash = $1 and t.expires_at > now() and s.ended_at is null
  union all
  select p.account_id, null, p.id,
         p.last_used_at is null or p.last_used_at < now() - interval '5 minutes'
    from token p
   where p.hash = $1 and p.expires_on > $2::date
)
select a.id as account_id, a.username, a.must_change_password, h.session_id, h.token_id, h.stale,
       coalesce(g.grants, '[]') as grants
  from holder h
  join account a on a.id = h.account_id and a.closed_at is null
  left join lateral (
    select jsonb_agg(
             jsonb_build_object(
               'role', g.role,
               'areaId', g.area_id,
               'units', case when r.whole then to_jsonb('all'::text) else coalesce(u.units, '[]') end)
             order by g.id) as grants
      from role_grant g
      join area r on r.id = g.area_id
      left join lateral (
        select jsonb_agg(
                 jsonb_build_object('unitId', u.unit_id, 'from', u.valid_from, 'to', u.valid_to)
                 order by u.unit_id, u.valid_from) as units
          from area_unit u
         where u.area_id = r.id
      ) u on true
     where g.account_id = a.id
       and g.valid_from <= $2::date and (g.valid_to is null or $2::date < g.valid_to)
  ) g on true
