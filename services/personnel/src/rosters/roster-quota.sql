-- Communes that have, on a day on which somebody of the file serves there, more members than their quota and
-- what a roadmap grants above it (Law 30/2023/QH15 Art. 14.4; law BR-10): the first such day of each.
-- Looked at is each day on which something begins or ends, up to $1 (today), and each first day of the file.
with fresh as (
  select posting_id as id, n, at from roster_row where takes_place
), commune as (
  select distinct tc.commune_id
    from roster_row r join team_commune tc on tc.team_id = r.team_id
     and daterange(tc.valid_from, tc.valid_to) && daterange(r.valid_from, r.valid_to)
   where r.takes_place
), stay as (
  select tc.commune_id, f.n, f.at, greatest(p.valid_from, tc.valid_from) as begins,
         least(p.valid_to, tc.valid_to) as ends
    from team_commune tc
    join posting p on p.team_id = tc.team_id
     and daterange(p.valid_from, p.valid_to) && daterange(tc.valid_from, tc.valid_to)
    left join fresh f on f.id = p.id
   where tc.commune_id in (select commune_id from commune)
), event as (
  select commune_id, begins as day, 1 as all_of, (n is not null)::int as of_file from stay
  union all
  select commune_id, ends, -1, -(n is not null)::int from stay where ends is not null
  union all
  select c.commune_id, day, 0, 0
    from commune c join quota q on q.unit_id = c.commune_id
    cross join unnest(array[q.valid_from, q.valid_to]) as day where day is not null
  union all
  select c.commune_id, s.valid_to, 0, 0
    from commune c join surplus s on s.unit_id = c.commune_id where s.valid_to is not null
), counted as (
  select commune_id, day, sum(sum(all_of)) over w as active, sum(sum(of_file)) over w as of_file,
         lead(day) over w as next_day
    from event group by commune_id, day
  window w as (partition by commune_id order by day)
), looked_at as (
  select * from counted c
   where of_file > 0
     and (day <= $1 or exists (select 1 from stay s where s.n is not null and s.commune_id = c.commune_id
                                  and s.begins = c.day))
), beyond as (
  select distinct on (c.commune_id, q.members is null) c.commune_id, c.day, c.active::int as active,
         q.members, q.number, extra.members as surplus,
         -- a quota that is missing today is missing; before it, the decision may just not be recorded
         q.members is not null or c.next_day is null or c.next_day > $1 as is_error
    from looked_at c
    left join quota q on q.unit_id = c.commune_id
     and q.valid_from <= c.day and (q.valid_to is null or c.day < q.valid_to)
    cross join lateral (
      select coalesce(sum(members), 0)::int as members from surplus s
       where s.unit_id = c.commune_id and s.valid_from <= c.day and (s.valid_to is null or c.day < s.valid_to)
    ) extra
   where q.members is null or c.active > q.members + extra.members
   order by c.commune_id, q.members is null,
            (q.members is not null or c.next_day is null or c.next_day > $1) desc, c.day
)
select last.at, b.day as "on", b.active, b.members + b.surplus as "limit", b.number, b.surplus,
       b.is_error as "isError", coalesce(v.kind || ' ' || v.name, '–') as commune
  from beyond b
  cross join lateral (
    select s.n, s.at from stay s
     where s.commune_id = b.commune_id and s.n is not null
       and s.begins <= b.day and (s.ends is null or b.day < s.ends)
     order by s.begins desc, s.n desc limit 1) last
  left join lateral (
    select kind, name from unit_version
     where unit_id = b.commune_id and valid_from <= b.day order by valid_from desc limit 1) v on true
 order by last.n
