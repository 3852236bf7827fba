-- People of a day by given name. $1 day, $2 scope (null = all), $3 within (null = all), $4 team, $5 key of
-- the search, $6 state, $7 position, $8 and $9 name and id to go on after, $10 how many
with found as (
  select p.id, p.name, p.sort_name, p.sex, p.phone, p.birth_date, p.citizen_id,
         coalesce(place.commune_id, p.commune_id) as commune_id,
         last.team_id, last.position, last.valid_from, last.valid_to,
         case when last.team_id is null then 'candidate'
              when last.valid_to is null or $1 < last.valid_to then 'serving'
              else 'left' end as state
    from person p
    left join lateral (
      select team_id, position, valid_from, valid_to from posting
       where person_id = p.id and valid_from <= $1 order by valid_from desc limit 1) last on true
    left join lateral (
      select commune_id from team_commune where team_id = last.team_id and valid_from <= $1
       order by valid_from desc limit 1) place on true
   where ($5::text is null or p.search_key like '%' || $5 || '%')
     and ($4::uuid is null or last.team_id = $4)
     and ($7::text is null or last.position = $7)
), seen as (
  select * from found
   where ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
     and ($6::text is null or state = $6)
)
select s.id, s.name, s.sort_name as "sortName", s.sex, s.phone, s.birth_date as "birthDate",
       s.citizen_id as "citizenId", s.commune_id as "communeId", s.state, s.position,
       s.valid_from as since, s.valid_to as until,
       case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       (select count(*) from seen)::int as total
  from seen s
  left join team t on t.id = s.team_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = s.commune_id and valid_from <= $1 order by valid_from desc limit 1) v on true
 where $8::text is null or (s.sort_name, s.id) > ($8 collate "vi-x-icu", $9::uuid)
 order by s.sort_name, s.id
 limit $10
