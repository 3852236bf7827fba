-- How far each commune has come. $1 day, $2 communes (null = all)
with waiting as materialized (
  select commune_id, count(distinct group_id)::int as waiting, count(distinct team_id)::int as teams,
         max(since) as since
    from (select w.*, greatest(max(l.valid_from), '-infinity'::date) as since
            from waiting_teams($2, $1) w
            left join unit_lineage l on l.successor_id = w.village_id and l.valid_from <= $1
           group by w.group_id, w.commune_id, w.village_id, w.team_id) one
   group by commune_id
), decided as (
  select commune_id, sum(jsonb_array_length(command -> 'groups'))::int as decided
    from consolidation
   where status = 'applied' and valid_from <= $1 and ($2::uuid[] is null or commune_id = any ($2))
   group by commune_id
)
select v.unit_id as id, v.kind, v.name, v.code, coalesce(w.waiting, 0) as waiting,
       coalesce(w.teams, 0) as teams, coalesce(d.decided, 0) as decided,
       i.id as basis_id, i.number as basis_number, i.signed_on as basis_signed_on,
       consolidation_term_of(v.unit_id, $1) as until
  from (select commune_id from waiting union select commune_id from decided) c
  left join waiting w using (commune_id)
  left join decided d using (commune_id)
  join unit_version v on v.unit_id = c.commune_id
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  left join quota q on q.unit_id = c.commune_id
   and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
  -- a quota that was only carried along cites a decision of before
  left join instrument i on i.id = q.instrument_id and i.signed_on >= coalesce(w.since, '-infinity')
 order by v.code
