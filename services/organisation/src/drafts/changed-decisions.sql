-- The decisions whose figures a draft ends: those that give its communes something until its day, and what an
-- issued one replaces as a whole. $1 draft
with draft as (
  select id, effective_from as day, instrument_id from quota_draft where id = $1
), replaced as (
  select r.other_id as id from draft d
    join instrument_relation r on r.instrument_id = d.instrument_id and r.kind = 'replaces'
), ended as (
  select q.instrument_id as id from draft d
    join quota_draft_line l on l.draft_id = d.id and (l.teams is not null or l.members is not null)
    join quota q on q.unit_id = l.unit_id
     and q.valid_from < d.day and (q.valid_to is null or d.day <= q.valid_to)
)
select i.id, i.kind, i.number, i.issuer, i.title, i.signed_on as "signedOn",
       i.id in (select id from replaced) as replaced
  from instrument i
 where i.id in (select id from replaced union select id from ended)
 order by i.signed_on, i.number, i.id
