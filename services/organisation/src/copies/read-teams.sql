-- Teams as they are told to copies. $1 ids
select t.id, t.code, t.name, t.founded_on as "foundedOn", t.dissolved_on as "dissolvedOn",
       coalesce((select json_agg(json_build_object('villageId', tv.village_id,
                                   'validFrom', tv.valid_from, 'validTo', tv.valid_to)
                                 order by tv.village_id, tv.valid_from)
                   from team_village tv where tv.team_id = t.id), '[]') as villages
  from team t where t.id = any ($1)
