-- One unit on a day with its ancestors, latest figures, tags and place. $1 unit, $2 day
with recursive over as (
  select v.unit_id as id, v.level, v.kind, v.name, p.parent_id, 0 as height
    from unit_version v
    left join unit_parent p on p.unit_id = v.unit_id
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
   where v.unit_id = $1 and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
  union all
  select v.unit_id, v.level, v.kind, v.name, p.parent_id, over.height + 1
    from over
    join unit_version v on v.unit_id = over.parent_id
     and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
    left join unit_parent p on p.unit_id = v.unit_id
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
)
select v.unit_id as id, v.level, v.kind, v.code, v.list, v.name, v.valid_from, v.valid_to,
       (select parent_id from over where height = 0) as parent_id,
       coalesce((select json_agg(json_build_object('id', id, 'level', level, 'kind', kind, 'name', name)
                                 order by height desc)
                   from over where height > 0), '[]') as ancestors,
       coalesce((select json_agg(json_build_object('kind', kind, 'value', value,
                                 'measuredOn', measured_on, 'source', source) order by kind)
                   from (select distinct on (kind) * from unit_figure
                          where unit_id = $1 and measured_on <= $2
                          order by kind, measured_on desc) latest), '[]') as figures,
       coalesce((select json_agg(tag order by tag) from unit_tag
                  where unit_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)),
                '[]') as tags,
       coalesce((select json_build_array(st_x(point), st_y(point)) from boundary b
                  where b.unit_id = $1 and b.valid_from <= $2
                    and (b.valid_to is null or $2 < b.valid_to)),
                (select json_build_array(st_x(point), st_y(point)) from unit_point
                  where unit_id = $1)) as point,
       (select json_build_array(st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom))
          from boundary b
         where b.unit_id = $1 and b.valid_from <= $2
           and (b.valid_to is null or $2 < b.valid_to)) as bounds
  from unit_version v
 where v.unit_id = $1 and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
