-- Awards, the latest first. $1 roots of the sender (null = all), $2 roots that narrow them, $3 today, $4 state, $5 subject,
-- $6 year, $7 round, $8 words, $9 ids (null = all), $10 how many to leave out, $11 how many
with found as (
  select a.*, w.kind, w.subject, w.subject_id, w.summary, w.from_on, w.to_on, w.incident_id,
         coalesce(case w.subject when 'unit' then u.kind || ' ' || u.name
                                 when 'citizen' then coalesce(nullif(i.place, ''), k.name)
                                 else t.name end, '') as subject_name,
         coalesce(u.kind || ' ' || u.name, '') as unit_name, f.name as form_name, f.name_en as form_name_en,
         d.name as title_name, d.name_en as title_name_en, r.name as round_name
    from award a
    join achievement w on w.id = a.achievement_id
    left join team t on t.id = a.team_id
    left join incident i on i.id = w.incident_id
    left join incident_kind k on k.id = i.kind_id
    left join campaign_round r on r.id = a.round_id
    left join lateral (select kind, name from unit_version
                        where unit_id = a.unit_id and valid_from <= a.proposed_on
                        order by valid_from desc limit 1) u on true
   cross join lateral (select coalesce(a.decided_on, a.proposed_on) as day,
                              province_of(a.unit_id, a.proposed_on) as province) asked
    left join lateral (select name, name_en from award_form o
                        where o.code = a.form_code and (o.unit_id is null or o.unit_id = asked.province)
                        order by (o.valid_from <= asked.day) desc, o.unit_id nulls last, o.valid_from desc
                        limit 1) f on true
    left join lateral (select name, name_en from award_form o
                        where o.code = a.title_code and (o.unit_id is null or o.unit_id = asked.province)
                        order by (o.valid_from <= asked.day) desc, o.unit_id nulls last, o.valid_from desc
                        limit 1) d on true
   where ($4::text is null or a.state = $4)
     and ($5::text is null or w.subject = $5)
     and ($6::int is null or a.year = $6)
     and ($7::uuid is null or a.round_id = $7)
     and ($9::uuid[] is null or a.id = any ($9))
     and concerns_area(a.unit_id, a.team_id, a.proposed_on, $1, $3)
     and concerns_area(a.unit_id, a.team_id, a.proposed_on, $2, $3)
), kept as (
  select * from found
   where $8::text is null
      or lower(unaccent(concat_ws(' ', subject_name, unit_name, summary, number, decision_number, form_name, title_name)))
         like '%' || lower(unaccent($8)) || '%'
)
select id, achievement_id as "achievementId", state, subject, subject_id as "subjectId",
       subject_name as "subjectName", team_id as "teamId", unit_id as "unitId", unit_name as "unitName",
       kind as "achievementKind", summary, from_on as "from", to_on as "to", form_code as "formCode",
       title_code as "titleCode", authority, round_id as "roundId", year, is_unexpected as "isUnexpected",
       proposed_on as "proposedOn", number, note, form_name as "formName", form_name_en as "formNameEn",
       title_name as "titleName", title_name_en as "titleNameEn", round_name as "roundName",
       (select count(*)::int from award_step s where s.award_id = kept.id and s.step = 'returned') as returns,
       decision_number as "decisionNumber", decided_on as "decidedOn", revocation, revoked_on as "revokedOn",
       proposed_by as "proposedBy", version, incident_id as "incidentId", sending,
       count(*) over ()::int as total
  from kept
 order by proposed_on desc, id
offset $10 limit $11
