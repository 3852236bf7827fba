-- Lines of a run and of the runs before it in the same communes, for month-difference.sql.
-- $1 run, $2 communes that may be seen (null = all), $3 communes asked about (null = all)
with this as (
  select month, (month - interval '1 month')::date as before, (month + interval '1 month')::date as next
    from payroll where id = $1
),
own as materialized (select commune_id from payroll_commune where payroll_id = $1),
-- a commune may have ended with the month: its teams are where they stand now
own_team as materialized (
  select c.team_id from team_commune c, this
   where c.commune_id in (select commune_id from own)
     and c.valid_from <= this.month and (c.valid_to is null or c.valid_to > this.month)
),
compared as materialized (
  select $1::uuid as payroll_id, own.commune_id, true as is_now, true as is_own, this.next - this.month as month_days
    from own, this
  union all
  select c.payroll_id, c.commune_id, false, c.commune_id in (select commune_id from own), this.month - this.before
    from this
    join payroll_commune c on c.month = this.before
    join payroll p on p.id = c.payroll_id and p.state <> 'reversed'
   where c.commune_id in (select commune_id from own)
      or c.commune_id in (
        select commune_id from team_commune where team_id in (select team_id from own_team))
),
line as (
  select coalesce(l.person_id, l.team_id) as owner, l.person_id is not null as is_person, l.commune_id, l.team_id,
         l.position, l.item, l.kind, l.quantity, l.days, l.whole, l.amount, c.is_now, c.month_days
    from compared c
    join payroll_line l on l.payroll_id = c.payroll_id and l.commune_id = c.commune_id
   where (c.is_own or l.team_id in (select team_id from own_team))
     and ($2::uuid[] is null or l.commune_id = any ($2)) and ($3::uuid[] is null or l.commune_id = any ($3))
)
