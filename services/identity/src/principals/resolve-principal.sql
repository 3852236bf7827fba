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
       grants_on(a.id, $2::date) as grants
  from holder h
  join account a on a.id = h.account_id and a.closed_at is null
