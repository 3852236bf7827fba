-- What happened to a workplace, first things first. $1 workplace
with state as (
  select f.valid_from, f.name, f.kind, f.address, f.village_id, f.point, f.tenure, f.tenure_until,
         f.condition, f.area_m2
    from workplace_former_state f where f.workplace_id = $1
  union all
  select coalesce((select max(valid_to) from workplace_former_state where workplace_id = $1),
                  w.valid_from),
         w.name, w.kind, w.address, w.village_id, w.point, w.tenure, w.tenure_until,
         w.condition, w.area_m2
    from workplace w where w.id = $1
)
select s.valid_from as "on",
       case when s.valid_from = w.valid_from then 'opened' else 'changed' end as what, 1 as turn,
       json_build_object('name', s.name, 'kind', s.kind, 'address', s.address,
         'villageId', s.village_id, 'lon', st_x(s.point), 'lat', st_y(s.point),
         'tenure', s.tenure, 'tenureUntil', s.tenure_until, 'condition', s.condition,
         'areaM2', s.area_m2) as state, null::json as team
  from state s join workplace w on w.id = $1
union all
select tw.valid_from, 'team-in', 2, null,
       json_build_object('id', t.id, 'name', team_name_on(t.id, tw.valid_from))
  from team_workplace tw join team t on t.id = tw.team_id where tw.workplace_id = $1
union all
select tw.valid_to, 'team-out', 3, null,
       json_build_object('id', t.id, 'name', team_name_on(t.id, tw.valid_to - 1))
  from team_workplace tw join team t on t.id = tw.team_id
 where tw.workplace_id = $1 and tw.valid_to is not null
union all
select valid_to, 'closed', 4, null, null from workplace where id = $1 and valid_to is not null
 order by "on", turn
