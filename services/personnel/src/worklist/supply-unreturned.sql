-- Who serves no more and still has a tool, plate or certificate (law BR-44); uniform may be kept.
-- $1 day, $2 scope (null = all), $3 within (null = all)
select 'person' as noun, n.id, n.name, place.commune_id, place.team_id, max(last.valid_to) as since
  from issue_on($1) i
  join issue_item m on m.item = i.item and m.category in ('tool', 'token')
  join person n on n.id = i.person_id and n.merged_into is null
  join lateral (select valid_to from posting
                 where person_id = n.id and valid_from <= $1
                 order by valid_from desc limit 1) last on last.valid_to <= $1
  left join lateral person_place(n.id, $1) place on true
 where i.remaining > 0
   and ($2::uuid[] is null or place.commune_id = any ($2))
   and ($3::uuid[] is null or place.commune_id = any ($3))
 group by n.id, place.commune_id, place.team_id
