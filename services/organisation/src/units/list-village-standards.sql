-- Size standards of villages, the widest first, latest first. $1 day (null = all days)
select s.id, s.kind, s.unit_id as "unitId", s.households, s.source, s.instrument_id as "instrumentId",
       s.valid_from as "validFrom", s.valid_to as "validTo",
       named.kind || ' ' || named.name as "unitName", i.number as "instrumentNumber"
  from village_standard s
  left join instrument i on i.id = s.instrument_id
  left join lateral (select v.kind, v.name from unit_version v
                      where v.unit_id = s.unit_id and v.valid_from <= coalesce($1, s.valid_from)
                      order by v.valid_from desc limit 1) named on true
 where $1::date is null or s.valid_from <= $1 and (s.valid_to is null or $1 < s.valid_to)
 order by s.unit_id is not null, named.name, s.unit_id, s.kind, s.valid_from desc
