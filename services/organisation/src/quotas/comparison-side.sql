-- The quotas of one side of a comparison. $1 day, $2 instrument (null: what is in force that day),
-- $3 scope (null = all), $4 within (null = all)
select q.unit_id as "unitId", greatest($1, q.valid_from) as on, q.villages, q.teams, q.members,
       v.code, v.name, v.kind,
       case when parent.unit_id is null then null else
         json_build_object('id', parent.unit_id, 'name', parent.name, 'kind', parent.kind) end
         as parent
  from quota q
  join lateral (
    select code, name, kind from unit_version where unit_id = q.unit_id and valid_from <= greatest($1, q.valid_from)
     order by valid_from desc limit 1) v on true
  left join unit_parent p on p.unit_id = q.unit_id and p.valid_from <= greatest($1, q.valid_from)
   and (p.valid_to is null or greatest($1, q.valid_from) < p.valid_to)
  left join unit_version parent on parent.unit_id = p.parent_id
   and parent.valid_from <= $1 and (parent.valid_to is null or $1 < parent.valid_to)
 where case when $2::uuid is not null then q.instrument_id = $2
            else q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to) end
   and ($3::uuid[] is null or q.unit_id in (select id from unit_below($3, $1)))
   and ($4::uuid[] is null or q.unit_id in (select id from unit_below($4, $1)))
   -- a decision that gave a commune two figures one after the other: the last one
   and ($2::uuid is null or not exists (
         select 1 from quota later where later.unit_id = q.unit_id
            and later.instrument_id = q.instrument_id and later.valid_from > q.valid_from))
 order by parent.code collate "C" nulls first, v.code collate "C", q.unit_id
