-- Accepted proposals that no draft has taken become lines of this one. $1 draft, $2 who
with chosen as (
  select p.id, p.unit_id, p.accepted, p.reason
    from proposal p
    join quota_draft_line l on l.draft_id = $1 and l.unit_id = p.unit_id
   where p.status = 'accepted' and p.draft_id is null
     for update of p
), latest as (
  select distinct on (unit_id) * from chosen order by unit_id, id desc
), line as (
  update quota_draft_line l
     set villages = coalesce((c.accepted ->> 'villages')::int, l.villages),
         teams = (c.accepted ->> 'teams')::int, members = (c.accepted ->> 'members')::int,
         leaders = (c.accepted ->> 'leaders')::int, deputies = (c.accepted ->> 'deputies')::int,
         ordinary = (c.accepted ->> 'ordinary')::int, parts = '[]',
         -- What stood beside the figures of the decision before does not tell of the new ones.
         note = case when exists (
             select 1 from quota q join quota_draft d on d.id = l.draft_id
              where q.unit_id = l.unit_id and q.note = l.note and q.valid_from <= d.effective_from
                and (q.valid_to is null or d.effective_from < q.valid_to)) then '' else l.note end,
         version = l.version + 1, changed_by = $2, changed_at = now()
    from latest c where l.draft_id = $1 and l.unit_id = c.unit_id
  returning l.unit_id
), taken as (
  update proposal p set draft_id = $1 from chosen c where p.id = c.id returning p.id
), step as (
  insert into proposal_step (proposal_id, step, by, reason)
  select id, 'taken', $2, '' from taken returning proposal_id
)
select id, (select count(*)::int from line) as lines, (select count(*) from step) as steps from taken
