-- What was said, proposed and decided of a subject ($2) in a year ($1), latest first.
select act, grade, note, to_json(at)#>>'{}' as at, by
  from (
    select 'facts' as act, null as grade, note, entered_at as at, entered_by_name as by
      from grade_fact where year_id = $1 and subject_id = $2
    union all
    select 'proposed', grade, note, proposed_at, proposed_by_name
      from grade_proposal where year_id = $1 and subject_id = $2
    union all
    select case when d.revision = 1 then 'decided' else 'corrected' end, r.grade,
           case when d.revision = 1 then r.reason else d.reason end, d.decided_at, d.decided_by_name
      from grade_result r
      join grade_decision d on d.year_id = r.year_id and d.revision = r.revision
      left join grade_result was on was.year_id = r.year_id and was.revision = r.revision - 1
           and was.subject_id = r.subject_id
     where r.year_id = $1 and r.subject_id = $2
       and (d.revision = 1 or was.judged is distinct from r.judged)
  ) said
 order by said.at desc
