-- The force by commune on the last day of a window, and the same for all of it (a row without a commune).
-- $1 first day, $2 last day, $3 scope (null = all), $4 within (null = all)
with latest as (
  -- where each person serves on the last day, or served last
  select distinct on (person_id) person_id, team_id, position, valid_to
    from posting where valid_from <= $2 order by person_id, valid_from desc
), asked as (
  select team_id from latest
  union
  select team_id from posting where valid_from between $1 and $2 or valid_to between $1 and $2
  union
  select team_id from team_commune where valid_from <= $2 and (valid_to is null or $2 < valid_to)
), home as (
  -- a team that was dissolved counts where its villages lie now, or lay at last
  select a.team_id, coalesce(now.commune_id, village.commune_id, last.commune_id) as commune_id,
         now.commune_id is not null as stands
    from asked a
    left join lateral (
      select commune_id from team_commune tc
       where tc.team_id = a.team_id and tc.valid_from <= $2 and (tc.valid_to is null or $2 < tc.valid_to)
       limit 1) now on true
    left join lateral (
      select p.parent_id as commune_id
        from team_village tv
        join unit_parent p on p.unit_id = tv.village_id
         and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
       where tv.team_id = a.team_id order by tv.valid_from desc, tv.village_id limit 1) village on true
    left join lateral team_place(a.team_id, $2) last on true
), place as (
  select * from home
   where ($3::uuid[] is null or commune_id = any ($3)) and ($4::uuid[] is null or commune_id = any ($4))
), taught as (
  -- who passed a course (no drill, no competition) or holds a training certificate on the last day; the number that a
  -- roster brings is of the certificate of membership (Law 30/2023/QH15 Art. 22.1) and tells of no course
  select a.person_id from attendance a join course c on c.id = a.course_id
   where a.result = 'passed' and c.kind in ('initial', 'refresher') and c.ends_on <= $2
  union
  select person_id from certificate
   where issued_on <= $2 and (valid_to is null or $2 < valid_to) and (state = 'in-use' or $2 < state_on)
), honoured as (
  select person_id from person_detail
   where kind = 'commendation' and withdrawn_at is null and valid_from between $1 and $2
), somebody as (
  select place.commune_id, l.valid_to is null or $2 < l.valid_to as active, l.position, p.sex, p.education,
         -- who was born on 29 February is a year older on 1 March
         extract(year from age($2::date, p.birth_date)) >= 70 as from70,
         p.ethnicity, p.party_joined_on <= $2 as party,
         p.id in (select case when o.merged_into is null then o.id else person_survivor(o.id) end
                    from roster_remark r join person o on o.id = r.person_id
                   where r.heading = 'former-force') as former,
         p.id in (select case when o.merged_into is null then o.id else person_survivor(o.id) end
                    from taught join person o on o.id = taught.person_id) as trained,
         p.id in (select case when o.merged_into is null then o.id else person_survivor(o.id) end
                    from honoured join person o on o.id = honoured.person_id) as commended
    from latest l join place on place.team_id = l.team_id join person p on p.id = l.person_id
), counted as (
  select commune_id, grouping(commune_id) = 1 as whole, count(*) as total,
         count(*) filter (where active) as active,
         count(*) filter (where not active) as gone,
         count(*) filter (where active and position = 'leader') as leaders,
         count(*) filter (where active and position = 'deputy') as deputies,
         count(*) filter (where active and position = 'ordinary') as ordinary,
         count(*) filter (where active and not from70) as under70,
         count(*) filter (where active and from70) as from70,
         count(*) filter (where active and sex = 'male') as male,
         count(*) filter (where active and sex = 'female') as female,
         count(*) filter (where active and education = 'none') as below_primary,
         count(*) filter (where active and education = 'primary') as primary_school,
         count(*) filter (where active and education = 'lower-secondary') as lower_secondary,
         count(*) filter (where active and education = 'upper-secondary') as upper_secondary,
         count(*) filter (where active and education in ('elementary', 'intermediate', 'college')) as college,
         count(*) filter (where active and education in ('university', 'postgraduate')) as university,
         count(*) filter (where active and education is null) as education_unknown,
         count(*) filter (where active and lower(trim(ethnicity)) not in ('kinh', '')) as minority,
         count(*) filter (where active and party) as party,
         count(*) filter (where active and former) as former_force,
         count(*) filter (where active and trained) as trained,
         count(*) filter (where commended) as commended
    from somebody group by grouping sets ((commune_id), ())
), moved as (
  select commune_id, grouping(commune_id) = 1 as whole,
         count(*) filter (where came) as joined, count(*) filter (where not came) as ended
    from (
      select place.commune_id, true as came from posting p join place on place.team_id = p.team_id
       where p.valid_from between $1 and $2
         and not exists (select 1 from posting b where b.person_id = p.person_id and b.valid_to = p.valid_from)
      union all
      select place.commune_id, false from posting p join place on place.team_id = p.team_id
       where p.valid_to between $1 and $2
         and not exists (select 1 from posting a where a.person_id = p.person_id and a.valid_from = p.valid_to)
    ) move group by grouping sets ((commune_id), ())
), decided as (
  select q.unit_id as commune_id, q.members from quota q
   where q.valid_from <= $2 and (q.valid_to is null or $2 < q.valid_to)
     and ($3::uuid[] is null or q.unit_id = any ($3)) and ($4::uuid[] is null or q.unit_id = any ($4))
), quota_of as (
  select commune_id, grouping(commune_id) = 1 as whole, sum(members) as members
    from decided group by grouping sets ((commune_id), ())
), team_of as (
  select commune_id, grouping(commune_id) = 1 as whole, count(*) as teams
    from place where stands group by grouping sets ((commune_id), ())
), line as (
  select distinct commune_id, false as whole from place where commune_id is not null
  union
  select commune_id, false from decided
  union
  -- a commune without a force is told as one
  select u.id, false from unit u join unit_version v on v.unit_id = u.id
   where u.level = 'commune' and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
     and ($3::uuid[] is null or u.id = any ($3)) and ($4::uuid[] is null or u.id = any ($4))
  union
  select null, true
)
select case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'code', v.code, 'name', v.name, 'kind', v.kind) end as unit,
       coalesce(t.teams, 0)::int as teams, q.members::int as quota,
       coalesce(c.total, 0)::int as total, coalesce(c.active, 0)::int as active, coalesce(c.gone, 0)::int as "left",
       coalesce(c.leaders, 0)::int as leaders, coalesce(c.deputies, 0)::int as deputies,
       coalesce(c.ordinary, 0)::int as ordinary, coalesce(c.under70, 0)::int as "under70",
       coalesce(c.from70, 0)::int as "from70", coalesce(c.male, 0)::int as male,
       coalesce(c.female, 0)::int as female, coalesce(c.below_primary, 0)::int as "belowPrimary",
       coalesce(c.primary_school, 0)::int as "primary", coalesce(c.lower_secondary, 0)::int as "lowerSecondary",
       coalesce(c.upper_secondary, 0)::int as "upperSecondary", coalesce(c.college, 0)::int as college,
       coalesce(c.university, 0)::int as university, coalesce(c.education_unknown, 0)::int as "educationUnknown",
       coalesce(c.minority, 0)::int as minority, coalesce(c.party, 0)::int as party,
       coalesce(c.former_force, 0)::int as "formerForce",
       coalesce(m.joined, 0)::int as joined, coalesce(m.ended, 0)::int as ended,
       coalesce(c.commended, 0)::int as commended, coalesce(c.trained, 0)::int as trained
  from line l
  left join counted c on c.whole = l.whole and c.commune_id is not distinct from l.commune_id
  left join moved m on m.whole = l.whole and m.commune_id is not distinct from l.commune_id
  left join quota_of q on q.whole = l.whole and q.commune_id is not distinct from l.commune_id
  left join team_of t on t.whole = l.whole and t.commune_id is not distinct from l.commune_id
  left join lateral (
    select unit_id, code, name, kind from unit_version
     where unit_id = l.commune_id and valid_from <= $2 order by valid_from desc limit 1) v on true
 where l.whole or v.unit_id is not null
 order by l.whole, v.name collate "vi-x-icu", v.code
