-- One workplace on a day of its use. $1 workplace, $2 day
select w.id, w.code, w.name, w.kind, w.address, coalesce(h.heir, w.village_id) as "villageId",
       st_x(w.point) as lon, st_y(w.point) as lat, w.valid_from as "validFrom",
       w.valid_to as "validTo", w.tenure, w.tenure_until as "tenureUntil", w.condition,
       w.area_m2 as "areaM2", $2::date as "on",
       coalesce((select max(f.valid_to) from workplace_former_state f
                  where f.workplace_id = w.id and f.valid_to <= $2), w.valid_from) as since,
       json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) as village,
       case when c.unit_id is not null
            then json_build_object('id', c.unit_id, 'name', c.name, 'kind', c.kind) end as commune,
       coalesce((select json_agg(json_build_object('id', t.id, 'name', team_name_on(t.id, $2),
                                                   'since', tw.valid_from) order by t.code)
                   from team_workplace tw join team t on t.id = tw.team_id
                  where tw.workplace_id = w.id and tw.valid_from <= $2
                    and (tw.valid_to is null or $2 < tw.valid_to)), '[]') as teams,
       coalesce((select not st_covers(b.geom, w.point) from boundary b
                  where b.unit_id = c.unit_id and b.valid_from <= $2
                    and (b.valid_to is null or $2 < b.valid_to)), false) as "isOutside"
  from workplace_on($2) w
  left join village_heirs($2) h on h.was = w.village_id
  join unit_version v on v.unit_id = coalesce(h.heir, w.village_id)
   and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
  left join unit_parent p on p.unit_id = v.unit_id
   and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
  left join unit_version c on c.unit_id = p.parent_id
   and c.valid_from <= $2 and (c.valid_to is null or $2 < c.valid_to)
 where w.id = $1
