-- What changed about a unit, latest first. $1 unit
with concerned as (
  select $1::uuid as id union select parent_id from unit_parent where unit_id = $1
), named_by as (
  -- an act says by which document a unit began, was named otherwise, or moved
  select r.valid_from as "on", i.id, i.number, r.title
    from reorganisation r
    join instrument i on i.id = r.instrument_id
   where r.status = 'applied'
     and r.valid_from in (select valid_from from unit_version where unit_id = $1
                          union select valid_from from unit_parent where unit_id = $1
                          union select valid_to from unit_version where unit_id = $1)
     and (exists (
            select 1 from unit_lineage l
             where l.reorganisation_id = r.id
               and (l.predecessor_id in (select id from concerned)
                    or l.successor_id in (select id from concerned)))
          or r.plan -> 'changed' @> jsonb_build_array(jsonb_build_object('id', $1::uuid)))
), below as (
  -- what lay directly below: the villages of a commune, the communes of a district or province
  select unit_id, valid_from, valid_to from unit_parent where parent_id = $1
), below_change as (
  -- one entry a day, and none for the first units that were recorded or the last that went with it
  select d.day, (array_agg(u.level order by b.unit_id))[1] as level,
         count(*) filter (where b.valid_from < d.day)::int as before,
         count(*) filter (where b.valid_to is null or b.valid_to > d.day)::int as after,
         count(*) filter (where b.valid_from = d.day)::int as came,
         count(*) filter (where b.valid_to = d.day)::int as went,
         array_agg(b.unit_id) filter (where d.day in (b.valid_from, b.valid_to)) as units
    from (select valid_from as day from below union select valid_to from below) d
    -- a village that is placed here anew on the day it was placed here last has not moved
    join (select unit_id, min(valid_from) as valid_from, case when bool_and(valid_to is not null) then max(valid_to) end as valid_to
            from (select *, sum(starts) over (partition by unit_id order by valid_from) as stay
                    from (select *, (valid_from is distinct from lag(valid_to) over (
                                       partition by unit_id order by valid_from))::int as starts
                            from below) marked) stays
           group by unit_id, stay) b
      on b.valid_from <= d.day and (b.valid_to is null or d.day <= b.valid_to)
    join unit u on u.id = b.unit_id
   where d.day is not null
   group by d.day
), below_act as (
  select c.day, i.id, i.number
    from below_change c
    cross join lateral (
      select coalesce(ri.instrument_id, r.instrument_id) as id
        from unit_lineage l
        join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
        left join reorganisation_instrument ri
          on ri.reorganisation_id = r.id and ri.commune_id = $1
       where l.valid_from = c.day
         and (l.predecessor_id = any (c.units) or l.successor_id = any (c.units))
       order by ri.instrument_id nulls last limit 1) act
    join instrument i on i.id = act.id
), change as (
select v.valid_from as "on", 'named' as what, v.name, v.kind, null as parent_name,
       null as number, null::uuid as instrument_id
  from unit_version v where v.unit_id = $1
union all
select p.valid_from, 'placed', null, null,
       (select name from unit_version n where n.unit_id = p.parent_id
         and n.valid_from <= p.valid_from and (n.valid_to is null or p.valid_from < n.valid_to)),
       null, null
  from unit_parent p where p.unit_id = $1
union all
select b.valid_from, 'outlined', null, null, null, null, null from boundary b where b.unit_id = $1
union all
select q.valid_from, 'quota', q.teams::text, null, null, i.number, i.id
  from quota q join instrument i on i.id = q.instrument_id where q.unit_id = $1
union all
select t.founded_on, 'team-founded', team_name_on(t.id, t.founded_on), null, null, nullif(t.decision_number, ''), null
  from team t where exists (select 1 from team_village tv where tv.team_id = t.id
                               and (tv.village_id = $1 or tv.village_id in (
                                 select unit_id from unit_parent p where p.parent_id = $1
                                  and p.valid_from <= t.founded_on
                                  and (p.valid_to is null or t.founded_on < p.valid_to))))
union all
select t.dissolved_on, 'team-dissolved', team_name_on(t.id, t.dissolved_on - 1), null, null, null, null
  from team t where t.dissolved_on is not null
   and exists (select 1 from team_village tv where tv.team_id = t.id
                  and (tv.village_id = $1 or tv.village_id in (
                    select unit_id from unit_parent p where p.parent_id = $1
                     and p.valid_from < t.dissolved_on
                     and (p.valid_to is null or t.dissolved_on <= p.valid_to))))
union all
select t.valid_from, 'tagged', coalesce(v.name, t.tag), null, null, i.number, i.id
  from unit_tag t
  left join tag v on v.code = t.tag
  left join instrument i on i.id = t.instrument_id
 where t.unit_id = $1
union all
select t.valid_to, 'tag-ended', coalesce(v.name, t.tag), null, null, null, null
  from unit_tag t left join tag v on v.code = t.tag
 where t.unit_id = $1 and t.valid_to is not null
union all
select "on", 'reorganised', title, null, null, number, id from named_by
union all
select c.day, 'below-changed', null, null, null, a.number, a.id
  from below_change c left join below_act a on a.day = c.day
 where c.before > 0 and c.after > 0 and c.came + c.went > 0
union all
select max(v.valid_to), 'ended', null, null, null, null, null
  from unit_version v where v.unit_id = $1
having bool_and(v.valid_to is not null)
)
select c."on", c.what, c.name, c.kind, c.parent_name as "parentName",
       coalesce(c.number, n.number) as "instrumentNumber",
       coalesce(c.instrument_id, n.id) as "instrumentId",
       case when c.what = 'below-changed' then
         (select json_build_object('level', b.level, 'before', b.before, 'after', b.after,
                                   'came', b.came, 'went', b.went)
            from below_change b where b.day = c."on") end as below
  from change c
  left join lateral (
    select number, id from named_by n
     where n."on" = c."on" and c.what in ('named', 'placed', 'ended') limit 1) n on true
 order by 1 desc, 2
