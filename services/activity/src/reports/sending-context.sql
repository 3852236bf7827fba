-- What decides whether a sender ($2) may report in a period ($1): terms, where it stands on the period's last day, whether it
-- lies in the areas of who sends ($3 ids, $4 from, $5 to; null ids: everywhere), its report ($6), the version that was
-- sent before under this id ($7), and what was said for the period before. $8: the moment that counts, if not this one; $9 to
-- $11 as $3 to $5, where who sends judges reports.
select p.province_id as "provinceId", p.kind_code as "kindCode", p.name as "periodName",
       p.from_on as "from", p.to_on as "on", p.due_on as "dueOn", coalesce($8::timestamptz, now()) as now,
       coalesce($8, now()) >= p.late_from as late, coalesce($8, now()) >= p.closes_from as closed,
       s.sender, s.unit_id as "unitId", k.senders @> array[s.sender] as "isAsked",
       s.unit_id is not null and province_of(s.unit_id, p.to_on) = p.province_id as "isOfProvince",
       sender_is_below($2, coalesce(s.unit_id, s.last_unit_id), roots_on($3, $4, $5, p.to_on), p.to_on)
         as "isInside",
       sender_is_under(s.sender, s.unit_id, roots_on($9, $10, $11, p.to_on), p.to_on) as "isUnder",
       r.state, coalesce(r.version, 0) as version, r.accepted_version_id is not null as "wasAccepted",
       r.resubmit_by is not null and coalesce($8, now()) >= r.resubmit_by as "isOverdue",
       known.said as known, former.said as former, f.form_id as "formId"
  from reporting_period p
  join report_kind k on k.id = p.kind_id
  left join lateral (
    select 'team' as sender,
           (select c.commune_id from team_commune c
             where c.team_id = t.id and c.valid_from <= p.to_on and (c.valid_to is null or p.to_on < c.valid_to)) as unit_id,
           (select c.commune_id from team_commune c
             where c.team_id = t.id and c.valid_from <= p.to_on order by c.valid_from desc limit 1) as last_unit_id
      from team t where t.id = $2
    union all
    select u.level, (select u.id from unit_version v
                      where v.unit_id = u.id and v.valid_from <= p.to_on
                        and (v.valid_to is null or p.to_on < v.valid_to)), u.id
      from unit u where u.id = $2) s on true
  left join period_form f on f.period_id = p.id and f.sender = s.sender
  left join report r on r.id = $6
  left join lateral (
    select json_build_object('periodId', of.period_id, 'senderId', of.sender_id, 'version', v.number,
             'sentAt', v.sent_at, 'late', v.late, 'warnings', v.warnings, 'reason', v.reason,
             'values', (select json_agg(json_build_object('code', n.code, 'numerator', n.numerator,
                                 'denominator', n.denominator, 'noCase', n.no_case) order by n.code collate "C")
                          from report_value n where n.report_version_id = v.id)) as said
      from report_version v join report of on of.id = v.report_id where v.id = $7) known on true
  left join lateral (
    select json_agg(json_build_object('code', n.code, 'numerator', n.numerator,
                    'denominator', n.denominator, 'noCase', n.no_case)) as said
      from (select q.id from reporting_period q
             where q.province_id = p.province_id and q.kind_code = p.kind_code and q.to_on < p.from_on
             order by q.to_on desc limit 1) last
      join report b on b.period_id = last.id and b.sender_id = $2
      join report_value n on n.report_version_id = coalesce(b.accepted_version_id, b.version_id)) former on true
 where p.id = $1
