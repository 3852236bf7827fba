-- People of a day by given name. $1 day, $2 communes (null = all), $3 team, $4 key of the search, $5 state,
-- $6 position, $7 and $8 name and id to go on after, $9 how many, $10 how many are counted at the most.
-- What a question does not ask about is not looked up: the parameters are known when the statement is planned.
-- Of a team or of some communes `person` is those of people-near.sql alone: the order of all is not walked then.
with
  seen as not materialized (
    select p.id, p.name, p.sort_name, p.sex, p.phone, p.birth_date, p.citizen_id,
           last.id as posting_id, last.team_id, last.position, last.valid_from, last.valid_to,
           case when last.id is null then 'candidate'
                when last.valid_to is null or $1 < last.valid_to then 'serving'
                else 'left' end as state,
           coalesce((select commune_id from team_commune
                      where team_id = last.team_id and valid_from <= $1
                      order by valid_from desc limit 1), p.commune_id) as commune_id
      from (select someone.*,
                   (select id from posting where person_id = someone.id and valid_from <= $1
                     order by valid_from desc limit 1) as posting_id
              from person someone) p
      left join posting last on last.id = p.posting_id
     where p.merged_into is null
       and ($4::text is null or p.search_key like '%' || $4 || '%')
  ),
  found as not materialized (
    select * from seen
     where ($2::uuid[] is null or commune_id = any ($2))
       and ($3::uuid is null or team_id = $3)
       -- said apart, so that the planner can tell how many there are of each
       and ($5::text is null
            or $5 = 'candidate' and posting_id is null
            or $5 = 'serving' and posting_id is not null and (valid_to is null or $1 < valid_to)
            or $5 = 'left' and valid_to <= $1)
       and ($6::text is null or position = $6)
  ),
  counted as (
    select count(*)::int as total from (select 1 from found limit $10) few
  ),
  page as (
    select * from found
     where $7::text is null or (sort_name, id) > ($7 collate "vi-x-icu", $8::uuid)
     order by sort_name, id
     limit $9
  )
select s.id, s.name, s.sort_name as "sortName", s.sex, s.phone, s.birth_date as "birthDate",
       s.citizen_id as "citizenId", s.commune_id as "communeId", s.state, s.position,
       s.valid_from as since, s.valid_to as until,
       case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       c.total
  from counted c
  left join page s on true
  left join team t on t.id = s.team_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = s.commune_id and valid_from <= $1 order by valid_from desc limit 1) v on true
 order by s.sort_name, s.id
