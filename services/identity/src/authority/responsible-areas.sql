-- The areas that decide who may manage an account: those of its roles that hold or will hold; where none
-- does any more, those of all it held. $1 account, $2 today
select distinct g.area_id
  from role_grant g
 where g.account_id = $1
   and (coalesce(g.valid_to, 'infinity') > $2::date
        or not exists (select from role_grant h
                        where h.account_id = $1 and coalesce(h.valid_to, 'infinity') > $2::date))
