-- How far communes have graded a year ($1): those that stand on its last day ($2) in an area ($3 scope, $4 within; null =
-- all), with a part of a name ($5), in a state ($6). After a key ($7), so many ($8).
with scope as materialized (
  select id from unit_below($3::uuid[], $2::date) where $3::uuid[] is not null
), inside as materialized (
  select id from unit_below($4::uuid[], $2::date) where $4::uuid[] is not null
), asked as materialized (
  select u.id as commune_id, v.kind, v.name, coalesce(above.kind || ' ' || above.name, '') as parent_name, y.id,
         y.opened_at, coalesce(y.revision, 0) as revision, coalesce(y.to_on, $2::date) as day,
         case when y.id is null then 'not-open' when y.revision = 0 then 'open' else 'decided' end as state,
         lower(unaccent(v.name)) collate "C" || ' ' || u.id as sort_key
    from unit u
    join unit_version v on v.unit_id = u.id and v.valid_from <= $2::date and (v.valid_to is null or $2::date < v.valid_to)
    left join unit_parent o on o.unit_id = u.id and o.valid_from <= $2::date and (o.valid_to is null or $2::date < o.valid_to)
    left join unit_version above on above.unit_id = o.parent_id
         and above.valid_from <= $2::date and (above.valid_to is null or $2::date < above.valid_to)
    left join grade_year y on y.commune_id = u.id and y.year = $1
   where u.level = 'commune'
     and ($3::uuid[] is null or u.id in (select id from scope))
     and ($4::uuid[] is null or u.id in (select id from inside))
), kept as (
  select * from asked
   where ($5::text is null or lower(unaccent(name)) like '%' || lower(unaccent($5)) || '%')
     and ($6::text is null or state = $6)
), page as materialized (
  select * from kept where $7::text is null or sort_key > $7 order by sort_key limit $8
), team_of as materialized (
  select p.commune_id, p.id as year_id, p.day, c.team_id
    from page p
    join team_commune c on c.commune_id = p.commune_id
     and c.valid_from <= p.day and (c.valid_to is null or p.day < c.valid_to)
   where p.state <> 'decided'
), subject as (
  select commune_id, year_id, 'team' as subject, team_id as id from team_of
  union
  select t.commune_id, t.year_id, 'member', m.person_id
    from team_of t
    join posting m on m.team_id = t.team_id and not m.gone
     and m.valid_from <= t.day and (m.valid_to is null or t.day < m.valid_to)
), graded as (
  select s.commune_id, s.subject, false as is_decided,
         (select g.grade from grade_proposal g where g.year_id = s.year_id and g.subject_id = s.id
           order by g.proposed_at desc, g.id desc limit 1) as grade
    from subject s
  union all
  select p.commune_id, r.subject, true, r.grade
    from page p join grade_result r on r.year_id = p.id and r.revision = p.revision
), counted as (
  select commune_id, subject, jsonb_build_object(
           'subjects', count(*), 'proposed', count(grade),
           'notAssessed', count(*) filter (where is_decided and grade is null),
           'excellent', count(*) filter (where grade = 'excellent'), 'good', count(*) filter (where grade = 'good'),
           'fulfilled', count(*) filter (where grade = 'fulfilled'),
           'unfulfilled', count(*) filter (where grade = 'unfulfilled')) as counts
    from graded group by commune_id, subject
), whole as (
  select count(*)::int as communes, (count(*) filter (where state = 'open'))::int as open,
         (count(*) filter (where state = 'decided'))::int as decided
    from asked
)
select p.id, p.commune_id as "communeId", p.name, p.kind, p.parent_name as "parentName", p.state,
       to_json(p.opened_at)#>>'{}' as "openedAt", d.number as "decisionNumber", d.signed_on as "decidedOn",
       t.counts as teams, m.counts as members, p.sort_key as "sortKey",
       (select count(*)::int from kept) as total, to_jsonb(w) as whole
  from whole w
  left join page p on true
  left join counted t on t.commune_id = p.commune_id and t.subject = 'team'
  left join counted m on m.commune_id = p.commune_id and m.subject = 'member'
  left join grade_decision d on d.year_id = p.id and d.revision = p.revision
 order by p.sort_key
