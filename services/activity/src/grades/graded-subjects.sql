-- Teams and members that a year ($1) grades: who stands, or serves, on its last day, with what the platform knows of the
-- year, what was entered and what was proposed last.
with year as materialized (
  select y.id, y.commune_id, y.from_on, y.to_on, province_of(y.commune_id, y.to_on) as province_id, s.document as doc
    from grade_year y join grade_scheme s on s.id = y.scheme_id where y.id = $1
),
standing as materialized (
  select t.id as team_id, t.name, y.to_on - greatest(t.founded_on, y.from_on) + 1 as days
    from year y
    join team_commune c on c.commune_id = y.commune_id
     and c.valid_from <= y.to_on and (c.valid_to is null or y.to_on < c.valid_to)
    join team t on t.id = c.team_id
),
-- one posting a day (law BR-26); the higher one where a record says otherwise
serving as materialized (
  select distinct on (p.person_id) p.person_id, p.team_id, s.name as team_name, p.position
    from year y
   cross join standing s
    join posting p on p.team_id = s.team_id and not p.gone
     and p.valid_from <= y.to_on and (p.valid_to is null or y.to_on < p.valid_to)
   order by p.person_id, array_position(array['leader', 'deputy', 'ordinary'], p.position)
),
-- months of service count in whatever team, and those in this one apart
served as (
  select v.person_id, d.days, d.in_team
    from year y
   cross join serving v
   cross join lateral (
     select (select sum(upper(r) - lower(r)) from unnest(range_agg(span)) r)::int as days,
            (select sum(upper(r) - lower(r)) from unnest(range_agg(span) filter (where here)) r)::int as in_team
       from (select daterange(p.valid_from, p.valid_to) * daterange(y.from_on, y.to_on, '[]') as span,
                    p.team_id = v.team_id as here
               from posting p where p.person_id = v.person_id and not p.gone) all_of
      where not isempty(span)) d
),
-- periods whose time is over
reported as (
  select s.team_id, count(*)::int as due, count(r.first_sent_at)::int as sent,
         count(*) filter (where r.first_sent_at < p.late_from and not r.lapsed
                            and (r.state <> 'returned' or now() < r.resubmit_by))::int as in_time
    from year y
    join reporting_period p on p.province_id = y.province_id and p.to_on between y.from_on and y.to_on
     and p.late_from <= now()
     and p.kind_code in (select jsonb_array_elements_text(y.doc -> 'reportKinds'))
    join report_kind k on k.id = p.kind_id and 'team' = any (k.senders)
   cross join standing s
    join team_commune c on c.team_id = s.team_id
     and c.valid_from <= p.to_on and (c.valid_to is null or p.to_on < c.valid_to)
    left join report r on r.period_id = p.id and r.sender_id = s.team_id
   group by s.team_id
),
subject as (
  select s.team_id as id, 'team' as subject, s.team_id, s.name as team_name, null::text as position, 'team' as role,
         s.days, s.days as in_team, coalesce(r.due, 0) as due, coalesce(r.sent, 0) as sent,
         coalesce(r.in_time, 0) as in_time
    from standing s left join reported r on r.team_id = s.team_id
  union all
  select v.person_id, 'member', v.team_id, v.team_name, v.position, v.position, d.days, coalesce(d.in_team, 0),
         null, null, null
    from serving v join served d on d.person_id = v.person_id
)
select s.id as "subjectId", s.subject, s.team_id as "teamId", s.team_name as "teamName", s.position, s.role,
       whole_months(s.days, y.to_on) as months, whole_months(s.in_team, y.to_on) as "monthsInTeam",
       s.due as "reportsDue", s.sent as "reportsSent", s.in_time as "reportsInTime",
       case when f.id is not null then jsonb_build_object(
         'tasksAssigned', f.tasks_assigned, 'tasksDone', f.tasks_done, 'meetings', f.meetings,
         'absencesExcused', f.absences_excused, 'absencesUnexcused', f.absences_unexcused, 'breaches', f.breaches,
         'underProceedings', f.under_proceedings, 'confirmed', f.confirmed, 'note', f.note) end as facts,
       p.grade, p.proposed_by_name as "proposedBy"
  from year y
 cross join subject s
  left join lateral (select * from grade_fact where year_id = y.id and subject_id = s.id
                      order by entered_at desc, id desc limit 1) f on true
  left join lateral (select * from grade_proposal where year_id = y.id and subject_id = s.id
                      order by proposed_at desc, id desc limit 1) p on true
 order by s.team_name, s.team_id, s.subject desc,
          array_position(array['leader', 'deputy', 'ordinary'], s.position), s.id
