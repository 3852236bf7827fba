-- What a run owes whom, and no standing payment covers: a row for each commune, owner and payee.
-- Begins the statements that need it. $1 run, $2 day, $3 how who survives somebody is called
with owed as materialized (
  select l.commune_id, l.person_id, coalesce(l.person_id, l.team_id) as owner_id, l.payee,
         (array_agg(l.team_id order by l.kind <> 'regular', l.id desc))[1] as team_id,
         (array_agg(l.position order by l.kind <> 'regular', l.id desc) filter (where l.position is not null))[1] as position,
         sum(l.amount)::bigint as amount
    from payroll_money l
   where l.payroll_id = $1 and l.aside is null
   group by l.commune_id, l.person_id, coalesce(l.person_id, l.team_id), l.payee
  having sum(l.amount) <> 0
),
-- "not in" is hashed whatever the planner believes of a table that grew a moment ago; none of the three is ever null
open as materialized (
  select o.* from owed o
   where (o.commune_id, o.owner_id, o.payee) not in (
     select y.commune_id, coalesce(y.person_id, y.team_id), y.payee from payment y
      where y.payroll_id = $1 and y.state in ('issued', 'paid', 'left'))
),
placed as (
  select o.*, a.id as detail_id, a.bank, a.sealed,
         case when o.amount < 0 or o.payee <> 'person' then 'office'
              when c.channel in ('post', 'office') then c.channel
              when a.id is not null then 'bank'
              else 'office' end as channel
    from open o
    left join lateral (
      select e.id, e.content ->> 'bank' as bank, e.sealed
        from person_records(o.person_id) r
        join person_detail e on e.person_id = r.id and e.kind = 'bank-account' and e.withdrawn_at is null
         and e.sealed is not null and e.valid_from <= $2 and (e.valid_to is null or e.valid_to > $2)
       order by r.steps, e.valid_from desc limit 1) a on o.payee = 'person'
    left join lateral (
      select e.content ->> 'channel' as channel
        from person_records(o.person_id) r
        join person_detail e on e.person_id = r.id and e.kind = 'pay-channel' and e.withdrawn_at is null
         and e.valid_from <= $2 and (e.valid_to is null or e.valid_to > $2)
       order by r.steps, e.valid_from desc limit 1) c on o.payee = 'person'
),
due as (
  select w.commune_id, w.person_id, w.owner_id, w.payee, w.team_id, w.position, w.amount, w.channel,
         -- after approval money is due only for a cause: a run of before there were batches has been paid
         exists (select from payroll_hold h where h.payroll_id = $1 and h.person_id = w.person_id)
           or exists (select from payment y where y.payroll_id = $1 and y.commune_id = w.commune_id
                         and coalesce(y.person_id, y.team_id) = w.owner_id and y.payee = w.payee) as caused,
         case when w.channel = 'bank' then w.detail_id end as detail_id,
         case when w.channel = 'bank' then w.bank else '' end as bank,
         case when w.channel = 'bank' then w.sealed end as account,
         case when w.payee <> 'relative' then coalesce(p.name, t.name, '')
              else replace(replace(case when kin.names is null then $3::json ->> 'unnamed' else $3::json ->> 'named' end,
                     '{names}', coalesce(kin.names, '')), '{member}', p.name) end as name,
         coalesce(t.name, '') as team_name, p.sort_name
    from placed w
    left join person p on p.id = w.person_id
    left join team t on t.id = w.team_id
    -- whom the dossiers name; of one that was taken back since, whom it named
    left join lateral (
      select string_agg(distinct said.name, ', ') as names
        from payroll_line l
        left join case_amount g on g.case_id = l.case_id and g.code = l.code
        left join claim c on c.id = l.case_id
       cross join lateral (select coalesce(nullif(g.beneficiary, ''), nullif(c.beneficiary, '')) as name) said
       where l.payroll_id = $1 and l.commune_id = w.commune_id and coalesce(l.person_id, l.team_id) = w.owner_id
         and l.payee = 'relative') kin on w.payee = 'relative'
)
