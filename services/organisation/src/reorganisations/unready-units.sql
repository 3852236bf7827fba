-- Units of the plan that do not stand on the eve of the day, or of which something begins on the day or
-- later: an act changes what is, not what was decided for later. $1 day
with later as (
  select c.id from changed c join unit_version v on v.unit_id = c.id and v.valid_to >= $1
   where v.valid_from < $1 and coalesce(c.kind, c.list, c.code, c.name) is not null
  union
  select c.id from changed c join unit_parent p on p.unit_id = c.id and p.valid_from >= $1
   where c.parent_id is not null
  -- whoever ends leaves nothing behind that begins on a day on which it stands no more
  union
  select e.id from ending e join unit_parent p on p.unit_id = e.id and p.valid_from >= $1
  union
  select e.id from ending e join unit_parent p on p.parent_id = e.id and p.valid_from >= $1
  union
  select e.id from ending e join team_village t on t.village_id = e.id and t.valid_from >= $1
  union
  select e.id from ending e join quota q on q.unit_id = e.id and q.valid_from >= $1
  union
  select e.id from ending e join boundary b on b.unit_id = e.id and b.valid_from >= $1
  union
  select e.id from ending e join unit_tag t on t.unit_id = e.id and t.valid_from >= $1
), wanted as (
  select id from changed union select id from ending union select predecessor_id from heir
  union select successor_id from heir where successor_id not in (select id from founded)
  union select parent_id from founded
         where parent_id is not null and parent_id not in (select id from founded)
)
select w.id, coalesce(last.name, '') as name,
       case when eve.unit_id is null then 'unit-not-found' else 'reorganisation-has-later-versions'
       end as what
  from wanted w
  left join unit_version eve on eve.unit_id = w.id
   and eve.valid_from < $1 and (eve.valid_to is null or $1 <= eve.valid_to)
  left join lateral (select name from unit_version n where n.unit_id = w.id
                      order by valid_from desc limit 1) last on true
 where eve.unit_id is null
    or w.id in (select id from later)
    or ((eve.valid_to = $1
         or exists (select 1 from unit_version n where n.unit_id = w.id and n.valid_from >= $1))
        and w.id in (select id from changed union select id from ending))
 order by 2, 1
 limit 20
