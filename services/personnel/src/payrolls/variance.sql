-- Who is paid in a run (people, and teams for their own money) beside the run before it in the same communes, with
-- what the difference comes from.
-- $1 run, $2 communes that may be seen (null = all)
with this as (
  select month, array(select commune_id from payroll_commune where payroll_id = $1) as communes
    from payroll where id = $1
),
now as (
  select coalesce(person_id, team_id) as owner, sum(amount)::bigint as amount,
         coalesce(sum(amount) filter (where kind = 'adjustment'), 0)::bigint as late,
         coalesce(sum(amount) filter (where kind = 'regular' and is_duty(item)), 0)::bigint as duty,
         coalesce(sum(amount) filter (where kind = 'case'), 0)::bigint as granted,
         max(position) as position, max(days) filter (where kind = 'regular') as days,
         coalesce(sum(whole) filter (where kind = 'regular' and quantity <= 1), 0)::bigint as whole,
         (array_agg(commune_id order by id))[1] as commune_id
    from payroll_line
   where payroll_id = $1 and ($2::uuid[] is null or commune_id = any ($2))
   group by 1
),
before as (
  select coalesce(l.person_id, l.team_id) as owner, sum(l.amount)::bigint as amount,
         coalesce(sum(l.amount) filter (where l.kind = 'adjustment'), 0)::bigint as late,
         coalesce(sum(l.amount) filter (where l.kind = 'regular' and is_duty(l.item)), 0)::bigint as duty,
         coalesce(sum(l.amount) filter (where l.kind = 'case'), 0)::bigint as granted,
         max(l.position) as position, max(l.days) filter (where l.kind = 'regular') as days,
         coalesce(sum(l.whole) filter (where l.kind = 'regular' and l.quantity <= 1), 0)::bigint as whole,
         (array_agg(l.commune_id order by l.id))[1] as commune_id
    from payroll_line l
   where l.payroll_id in (select p.id from payroll p, this
                           where p.month = this.month - interval '1 month' and p.state <> 'reversed')
     and ($2::uuid[] is null or l.commune_id = any ($2))
     -- a commune may have ended with the month: its teams are where they stand now
     and (l.commune_id = any (array(select unnest(communes) from this))
          or l.team_id in (select c.team_id from team_commune c, this
                            where c.commune_id = any (this.communes) and c.valid_from <= this.month
                              and (c.valid_to is null or c.valid_to > this.month)))
   group by 1
)
select p.id as "personId", t.id as "teamId", coalesce(p.name, t.name) as name, coalesce(b.amount, 0) as before, coalesce(n.amount, 0) as now,
       case when coalesce(n.granted, 0) <> coalesce(b.granted, 0) then 'case'
            when b.owner is null then 'joined'
            when n.owner is null then 'left'
            when coalesce(n.late, 0) <> coalesce(b.late, 0) then 'late-decision'
            when n.position is distinct from b.position then 'moved'
            when n.duty <> b.duty and n.amount - n.duty = b.amount - b.duty then 'duty'
            when n.whole <> b.whole then 'rate'
            when n.days is distinct from b.days then 'days'
            when n.duty <> b.duty then 'duty'
            else 'unexplained' end as cause,
       json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) as commune,
       coalesce(p.sort_name, t.name) || ' ' || owner as "sortKey"
  from now n
  full join before b using (owner)
  left join person p on p.id = owner
  left join team t on t.id = owner
  left join lateral (
    select unit_id, name, kind from unit_version where unit_id = coalesce(n.commune_id, b.commune_id)
     order by valid_from desc limit 1) v on true
 order by (coalesce(p.sort_name, t.name) || ' ' || owner) collate "C"
