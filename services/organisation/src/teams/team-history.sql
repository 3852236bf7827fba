-- What happened to a team, latest first. $1 team
with act as (
  select a.id, a.kind, a.team_id, a.instrument_id, a.based_on_id, a.name, a.accepted, a.reason,
         a.team_id = $1 as is_own,
         -- an import may have corrected the day
         case when a.kind = 'dissolve' then t.dissolved_on else a.valid_from end as valid_from
    from team_act a join team t on t.id = a.team_id
   where a.team_id = $1 or a.id in (select act_id from team_act_ended where team_id = $1)
), happening as (
  -- imported teams have a founding without an act
  select t.founded_on as day, 'founded' as what, null::uuid as act_id, null::uuid as workplace_id
    from team t
   where t.id = $1 and not exists (
     select 1 from act where is_own and kind in ('found', 'merge') and valid_from = t.founded_on)
  union all
  select t.dissolved_on, 'dissolved', null, null
    from team t
   where t.id = $1 and t.dissolved_on is not null and not exists (
     select 1 from act where (kind = 'dissolve' or not is_own) and valid_from = t.dissolved_on)
  union all
  select a.valid_from,
         case when not is_own then 'merged-into'
              else case kind when 'found' then 'founded' when 'rename' then 'renamed'
                             when 'change-area' then 'area-changed' when 'merge' then 'merged'
                             else 'dissolved' end end,
         a.id, null
    from act a
  union all
  -- villages that changed without an act of the chair: a reorganisation, or an import
  select distinct tv.valid_from, 'villages-reorganised', null::uuid, null::uuid
    from team_village tv
    join team t on t.id = tv.team_id
   where tv.team_id = $1 and tv.valid_from > t.founded_on
     and not exists (select 1 from act where valid_from = tv.valid_from
                        and kind in ('change-area', 'merge'))
  union all
  select tw.valid_from, 'moved-in', null, tw.workplace_id
    from team_workplace tw where tw.team_id = $1
  union all
  select tw.valid_to, 'moved-out', null, tw.workplace_id
    from team_workplace tw join team t on t.id = tw.team_id
   where tw.team_id = $1 and tw.valid_to is not null and tw.valid_to is distinct from t.dissolved_on
     and not exists (select 1 from team_workplace next
                      where next.team_id = $1 and next.valid_from = tw.valid_to)
)
select h.day as "on", h.what,
       case when h.what in ('founded', 'renamed', 'merged') then coalesce(a.name, team_name_on($1, h.day))
            when h.what = 'merged-into' then team_name_on(a.team_id, h.day) end as name,
       case when h.what in ('founded', 'merged', 'area-changed', 'villages-reorganised')
            then coalesce((select json_agg(v.kind || ' ' || v.name order by v.code)
                   from team_village tv
                   join unit_version v on v.unit_id = tv.village_id
                    and v.valid_from <= h.day and (v.valid_to is null or h.day < v.valid_to)
                  where tv.team_id = $1 and tv.valid_from <= h.day
                    and (tv.valid_to is null or h.day < tv.valid_to)), '[]')
            else '[]' end as villages,
       case when h.what = 'merged' then coalesce((
              select json_agg(json_build_object('id', t.id, 'name', team_name_on(t.id, h.day - 1))
                              order by t.code)
                from team_act_ended e join team t on t.id = e.team_id where e.act_id = a.id), '[]')
            when h.what = 'merged-into' then json_build_array(
              json_build_object('id', a.team_id, 'name', team_name_on(a.team_id, h.day)))
            else '[]' end as teams,
       (select json_build_object('id', w.id, 'name', w.name)
          from workplace w where w.id = h.workplace_id) as workplace,
       case when i.id is not null
            then json_build_object('id', i.id, 'number', i.number, 'issuer', i.issuer,
                                   'signedOn', i.signed_on)
            when h.what = 'founded' and t.decision_number <> ''
            then json_strip_nulls(json_build_object('number', t.decision_number,
                                                    'signedOn', t.decision_signed_on)) end as decision,
       (select json_build_object('id', b.id, 'number', b.number, 'issuer', b.issuer,
                                 'signedOn', b.signed_on)
          from instrument b where b.id = a.based_on_id) as "basedOn",
       coalesce(a.accepted, '{}') as accepted, coalesce(a.reason, '') as reason
  from happening h
  join team t on t.id = $1
  left join act a on a.id = h.act_id
  left join instrument i on i.id = a.instrument_id
 order by h.day desc, array_position(array['dissolved', 'merged-into', 'moved-out', 'moved-in', 'renamed',
   'area-changed', 'villages-reorganised', 'merged', 'founded'], h.what)
