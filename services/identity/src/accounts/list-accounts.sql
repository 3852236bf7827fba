-- Accounts by username with their grants, one page. An account is shown to who manages all the areas that
-- decide about it (as in responsible-areas.sql), or to who sees everything.
-- $1 today, $2 areas (uuid[], null = all accounts), $3 search key or null, $4 role or null,
-- $5 username of the last row or null, $6 limit, $7 ids of accounts (uuid[]) or null,
-- $8 state or null
with responsible as (
  select g.account_id, bool_and(g.area_id = any ($2::uuid[])) as inside
    from role_grant g
   where $2::uuid[] is not null
     and (coalesce(g.valid_to, 'infinity') > $1::date
          or not exists (select from role_grant h
                          where h.account_id = g.account_id
                            and coalesce(h.valid_to, 'infinity') > $1::date))
   group by g.account_id
), told as (
  select a.*,
         case when a.closed_at is not null then 'closed'
              when exists (select from sign_in_attempt t
                            where t.key = sha256(convert_to(a.username, 'UTF8'))
                              and t.locked_until > now()) then 'locked'
              else 'active' end as state
    from account a
), chosen as (
  select a.*, count(*) over () as total
    from told a
   where ($2::uuid[] is null
          or exists (select from responsible r where r.account_id = a.id and r.inside))
     and ($3::text is null or a.search_key like '%' || $3 || '%')
     and ($4::text is null
          or exists (select from role_grant g
                      where g.account_id = a.id and g.role = $4
                        and coalesce(g.valid_to, 'infinity') > $1::date))
     and ($7::uuid[] is null or a.id = any ($7))
     and ($8::text is null or a.state = $8)
)
select c.id, c.username, c.full_name, c.phone, c.must_change_password, c.invented,
       c.last_sign_in_at, c.total::int, c.state,
       coalesce(g.grants, '[]') as grants
  from chosen c
  left join lateral (
    select jsonb_agg(
             jsonb_build_object('id', g.id, 'role', g.role, 'areaId', g.area_id, 'areaName', r.name,
                                'from', g.valid_from, 'to', g.valid_to)
             order by g.valid_from, g.id) as grants
      from role_grant g
      join area r on r.id = g.area_id
     where g.account_id = c.id
  ) g on true
 where $5::text is null or c.username > $5
 order by c.username
 limit $6
