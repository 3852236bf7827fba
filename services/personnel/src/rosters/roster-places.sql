-- What the rules of recognition ask of each new row: marks of its commune, deputies of its team on that day and
-- how many it may have. The nearest unit above that has a value gives the parameter.
-- $1 marks where nobody has said, $2 deputies where nobody has said (json both)
with recursive fresh as (
  select * from roster_row where known_id is null
), place as (
  select distinct commune_id, valid_from as day from fresh
), above as (
  select commune_id, day, commune_id as id, 0 as steps from place
  union
  select a.commune_id, a.day, p.parent_id, a.steps + 1
    from above a join unit_parent p on p.unit_id = a.id
     and p.valid_from <= a.day and (p.valid_to is null or a.day < p.valid_to)
), value as (
  select distinct on (a.commune_id, a.day, s.code) a.commune_id, a.day, s.code, s.value
    from above a join setting s on s.unit_id = a.id
     and s.code in ('special-area-tags', 'deputies-per-team')
     and s.valid_from <= a.day and (s.valid_to is null or a.day < s.valid_to)
   order by a.commune_id, a.day, s.code, a.steps
), marks as (
  select a.commune_id, a.day, array_agg(t.tag) as tags
    from above a join unit_tag t on t.unit_id = a.id
     and t.valid_from <= a.day and (t.valid_to is null or a.day < t.valid_to)
   group by a.commune_id, a.day
), marked as (
  select p.commune_id, p.day, coalesce(v.value, $1::jsonb) ?| coalesce(m.tags, '{}') as special,
         coalesce(d.value, $2::jsonb)::int as deputies_allowed
    from place p
    left join marks m on m.commune_id = p.commune_id and m.day = p.day
    left join value v on v.commune_id = p.commune_id and v.day = p.day and v.code = 'special-area-tags'
    left join value d on d.commune_id = p.commune_id and d.day = p.day and d.code = 'deputies-per-team'
), deputy as (
  select team_id, valid_from, valid_to from roster_row where position = 'deputy'
  union all
  select team_id, valid_from, valid_to from posting p
   where position = 'deputy' and team_id in (select team_id from fresh where position = 'deputy')
     and not exists (select 1 from roster_row r where r.known_id = p.id)
), beside as (
  select f.n, count(*) as deputies
    from fresh f join deputy d on d.team_id = f.team_id
     and d.valid_from <= f.valid_from and (d.valid_to is null or f.valid_from < d.valid_to)
   where f.position = 'deputy' group by f.n
), served as (
  select person_id, min(valid_from) as since
    from (select person_id, valid_from from roster_row
          union all
          select person_id, valid_from from posting
           where person_id in (select person_id from fresh)) p group by person_id
)
select f.n, m.special as "specialArea", m.deputies_allowed as "deputiesAllowed",
       coalesce(b.deputies, 0)::int as deputies, s.since < f.valid_from as "isMember"
  from fresh f
  join marked m on m.commune_id = f.commune_id and m.day = f.valid_from
  join served s on s.person_id = f.person_id
  left join beside b on b.n = f.n
 order by f.n
