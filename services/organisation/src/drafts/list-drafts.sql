-- Drafts of units within the scope, latest change first. $1 scope (null = all), $2 day, $3 status or null
select d.*, v.name as unit_name, d.changed_at::text || ' ' || d.id as sort_key,
       coalesce(l.communes, 0)::int as communes, coalesce(l.teams, 0)::int as teams,
       coalesce(l.members, 0)::int as members
  from quota_draft d
  left join lateral (
    select name from unit_version where unit_id = d.unit_id
     order by (valid_from <= d.effective_from) desc, valid_from desc limit 1) v on true
  left join lateral (
    select count(*) filter (where teams is not null) as communes, sum(teams) as teams,
           sum(members) as members
      from quota_draft_line where draft_id = d.id) l on true
 where ($1::uuid[] is null or d.unit_id in (select id from unit_below($1, $2::date)))
   and ($3::text is null or d.status = $3)
 order by sort_key desc
