-- Postings as personnel tells of them; an older state of one never replaces a newer. $1 postings (JSON)
insert into posting (id, person_id, team_id, position, valid_from, valid_to, version, gone)
select distinct on (id) id, "personId", "teamId", position, "validFrom", "validTo", version, gone
  from jsonb_to_recordset($1::jsonb) as told (id uuid, "personId" uuid, "teamId" uuid, position text,
                                              "validFrom" date, "validTo" date, version bigint, gone boolean)
 order by id, version desc
    on conflict (id) do update
   set person_id = excluded.person_id, team_id = excluded.team_id, position = excluded.position,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, version = excluded.version,
       gone = excluded.gone
 where posting.version < excluded.version
