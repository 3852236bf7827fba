-- Units that acts made partly of areas, and about which nobody has decided. $1 act, or null for all
select p.id, p.area_id as "areaId", p.unit_id as "unitId", p.valid_from as "on",
       p.reorganisation_id as "reorganisationId"
  from area_part p
  join area a on a.id = p.area_id
 where p.decision is null and ($1::uuid is null or p.reorganisation_id = $1)
   -- somebody put it into the area by hand
   and not exists (select 1 from area_unit u where u.area_id = p.area_id and u.unit_id = p.unit_id
                      and (u.valid_to is null or p.valid_from < u.valid_to))
 order by p.valid_from desc, a.name, p.unit_id
