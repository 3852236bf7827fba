-- Villages that were merged or divided after the provincial decision that an act cites (law BR-86).
-- $1 villages, $2 day of the act, $3 the provincial decision
select 'decision-before-village-event' as rule, max(l.valid_from) as "on",
       v.kind || ' ' || v.name as unit, null::int as count, null::int as "limit",
       array[i.number] as teams
  from unit_lineage l
  join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
  join unit_version v on v.unit_id = l.successor_id
   and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
  join instrument i on i.id = $3
 where l.successor_id = any ($1) and l.valid_from <= $2
 group by v.kind, v.name, i.id
having max(l.valid_from) > greatest(i.signed_on, i.effective_from)
 order by v.name
