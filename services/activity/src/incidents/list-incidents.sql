-- Records between two days, the latest first. $1 from, $2 to, $3 teams in scope (null = all), $4 team, $5 kind, $6 state,
-- $7 words of place and summary, $8 ids (null = all), $9 and $10 moment and id to go on after, $11 how many
with found as (
  select i.*, k.name as kind_name, k.name_en as kind_name_en, k.task_group, k.fields, t.name as team_name,
         count(*) over ()::int as total
    from incident i
    join incident_kind k on k.id = i.kind_id
    left join team t on t.id = i.team_id
   where ($1::date is null or i.happened_on >= $1)
     and ($2::date is null or i.happened_on <= $2)
     and ($3::uuid[] is null or i.team_id = any ($3))
     and ($4::uuid is null or i.team_id = $4)
     and ($5::text is null or i.kind_code = $5)
     and ($6::text is null or i.state = $6)
     and ($7::text is null or strpos(lower(i.place || ' ' || i.summary), lower($7)) > 0)
     and ($8::uuid[] is null or i.id = any ($8))
)
select f.id, f.team_id as "teamId", f.kind_code as "kindCode", f.known_at as "knownAt",
       f.reported_at as "reportedAt", f.on_scene_at as "onSceneAt", f.place, f.lon, f.lat,
       f.out_of_area as "outOfArea", f.summary, f.acts, f.figures, f.same_as_id as "sameAsId",
       f.kind_name as "kindName", f.kind_name_en as "kindNameEn", f.task_group as "taskGroup",
       f.fields, coalesce(f.team_name, '') as "teamName", f.state, f.recorded_by as "recordedBy",
       f.recorded_at as "recordedAt", f.version,
       (select json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) from unit_version v
         where v.unit_id = f.commune_id and v.valid_from <= f.happened_on
         order by v.valid_from desc limit 1) as commune,
       (select count(*)::int from incident_file e where e.incident_id = f.id) as files,
       (select count(*)::int from incident_correction c where c.incident_id = f.id) as corrections,
       f.total
  from found f
 where $9::timestamptz is null or (f.known_at, f.id) < ($9, $10::uuid)
 order by f.known_at desc, f.id desc
 limit $11
