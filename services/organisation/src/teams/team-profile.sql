-- One team on a day of its life. $1 team, $2 day
with held as (
  select v.unit_id as id, v.name, v.kind, v.code, p.parent_id, st_x(at.point) as lon, st_y(at.point) as lat
    from team_village tv
    join unit_version v on v.unit_id = tv.village_id
     and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
    left join unit_parent p on p.unit_id = tv.village_id
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
    left join unit_point at on at.unit_id = tv.village_id
   where tv.team_id = $1 and tv.valid_from <= $2 and (tv.valid_to is null or $2 < tv.valid_to)
), founding as (
  select a.instrument_id, a.based_on_id
    from team_act a
   where a.team_id = $1 and a.kind in ('found', 'merge')
     and a.valid_from = (select founded_on from team where id = $1)
   limit 1
)
select t.id, t.code, team_name_on(t.id, $2) as name, t.founded_on as "foundedOn",
       t.dissolved_on as "dissolvedOn", t.decision_number as "decisionNumber",
       t.decision_signed_on as "decisionSignedOn", $2::date as "on",
       coalesce((select json_agg(json_build_object(
         'id', h.id, 'name', h.name, 'kind', h.kind, 'lon', h.lon, 'lat', h.lat,
         'shares', coalesce((
           select json_agg(json_build_object('id', other.id, 'name', team_name_on(other.id, $2))
                           order by other.code)
             from team_village tv join team other on other.id = tv.team_id
            where tv.village_id = h.id and other.id <> $1 and other.founded_on <= $2
              and (other.dissolved_on is null or $2 < other.dissolved_on)
              and tv.valid_from <= $2 and (tv.valid_to is null or $2 < tv.valid_to)), '[]'))
         order by h.code) from held h), '[]') as villages,
       (select json_build_object('id', c.unit_id, 'name', c.name, 'kind', c.kind)
          from unit_version c
         where c.unit_id = (select parent_id from held limit 1)
           and c.valid_from <= $2 and (c.valid_to is null or $2 < c.valid_to)) as commune,
       (select json_build_object('id', w.id, 'name', w.name, 'kind', w.kind, 'address', w.address,
                                 'lon', st_x(w.point), 'lat', st_y(w.point), 'since', tw.valid_from)
          from team_workplace tw join workplace w on w.id = tw.workplace_id
         where tw.team_id = t.id and tw.valid_from <= $2
           and (tw.valid_to is null or $2 < tw.valid_to)) as workplace,
       (select json_build_object('id', i.id, 'number', i.number, 'issuer', i.issuer,
                                 'signedOn', i.signed_on)
          from founding f join instrument i on i.id = f.instrument_id) as decision,
       (select json_build_object('id', i.id, 'number', i.number, 'issuer', i.issuer,
                                 'signedOn', i.signed_on)
          from founding f join instrument i on i.id = f.based_on_id) as "basedOn"
  from team t
 where t.id = $1
