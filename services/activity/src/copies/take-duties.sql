-- Approved duty as personnel tells of it; an older state of one never replaces a newer. $1 duties (JSON)
insert into duty (id, person_id, team_id, kind, with_police, starts_at, ends_at, version, gone)
select distinct on (id) id, "personId", "teamId", kind, "withPolice", "startsAt", "endsAt", version, gone
  from jsonb_to_recordset($1::jsonb) as told (id uuid, "personId" uuid, "teamId" uuid, kind text,
         "withPolice" boolean, "startsAt" timestamptz, "endsAt" timestamptz, version bigint, gone boolean)
 order by id, version desc
    on conflict (id) do update
   set person_id = excluded.person_id, team_id = excluded.team_id, kind = excluded.kind,
       with_police = excluded.with_police, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
       version = excluded.version, gone = excluded.gone
 where duty.version < excluded.version
