/*
 * Approved duty of the people paid, as days and nights with their minutes: 22:00 to 06:00 is one night, told by
 * its evening (Law 30/2023/QH15 Art. 23.2.b, law BR-52); a shift across midnight is one day, that on which it began.
 * What was not approved is not there (law BR-53).
 */
const zone = "'Asia/Ho_Chi_Minh'";
const shared = (from: string, to: string) =>
  `extract(epoch from least(s.ends, ${to}) - greatest(s.starts, ${from})) / 60`;

export const dutyTables = `watch as materialized (
    select s.person_id, s.rest_day, s.heavy, s.starts_at at time zone ${zone} as starts,
           s.ends_at at time zone ${zone} as ends, s.order_id is not null as ordered,
           coalesce(o.out_of_area, false) as out_of_area, o.hazard_grade,
           coalesce(o.mobilising_body, o.body) as body
      from shift s
      left join duty_order o on o.id = s.order_id
     where s.state = 'approved' and s.person_id in (select person_id from wanted)
       and s.ends_at > $1::timestamp at time zone ${zone}
       and s.starts_at < ($2::date + 1)::timestamp at time zone ${zone}),
  duty as materialized (
    select s.person_id, d.day::date as day, true as night, s.rest_day, s.heavy, s.ordered, s.out_of_area,
           s.hazard_grade, s.body, ${shared("d.day + time '22:00'", "d.day + interval '30 hours'")} as minutes,
           0::numeric as night_minutes
      from watch s
      cross join lateral generate_series(s.starts::date - 1, s.ends::date, interval '1 day') d (day)
     where d.day >= $1 and d.day < $2
       and least(s.ends, d.day + interval '30 hours') > greatest(s.starts, d.day + time '22:00')
    union all
    select s.person_id, s.starts::date, false, s.rest_day, s.heavy, s.ordered, s.out_of_area,
           s.hazard_grade, s.body, extract(epoch from s.ends - s.starts) / 60,
           (select coalesce(sum(greatest(${shared("n.day + time '22:00'", "n.day + interval '30 hours'")}, 0)), 0)
              from generate_series(s.starts::date - 1, s.ends::date, interval '1 day') n (day))
      from watch s
     where s.starts >= $1 and s.starts < $2),
  trained as materialized (
    select distinct coalesce(m.survivor, t.person_id) as person_id, t.day
      from training_day t
      join attendance a on a.course_id = t.course_id and a.person_id = t.person_id and a.result <> 'absent'
      left join merged m on m.id = t.person_id
     where t.day >= $1 and t.day < $2
       and coalesce(m.survivor, t.person_id) in (select person_id from wanted))`;

/** Whether the day is a public holiday where the piece lies; a unit's own row counts before the country's. */
export const isHoliday = `coalesce((
    select not h.worked from holiday h
      left join unit_above(p.commune_id, h.day) a on a.id = h.unit_id
     where h.day = d.day and (h.unit_id is null or a.id is not null)
     order by a.steps nulls last limit 1), false)`;
