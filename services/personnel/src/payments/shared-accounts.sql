-- Who is paid by a batch to an account that is recorded of somebody else that day. Whoever the run does not pay is told
-- by the commune alone. $1 batch, $2 day
select y.person_id as "personId", y.name, other.told as detail
  from payment y
  join person_detail d on d.id = y.detail_id and d.number_index is not null
 cross join lateral (
    select string_agg(distinct case
             when exists (select from payroll_line l where l.payroll_id = y.payroll_id and l.person_id = o.person_id) then p.name
             else coalesce(v.kind || ' ' || v.name, '–') end, ', ') as told
      from person_detail o
      join person p on p.id = o.person_id
      left join lateral (
        select kind, name from unit_version where unit_id = p.commune_id order by valid_from desc limit 1) v on true
     where o.kind = 'bank-account' and o.withdrawn_at is null and o.number_index = d.number_index
       and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2) and o.person_id <> y.person_id
       and person_survivor(o.person_id) is distinct from person_survivor(y.person_id)) other
 where y.batch_id = $1 and y.state = 'issued' and other.told is not null
 order by y.number
