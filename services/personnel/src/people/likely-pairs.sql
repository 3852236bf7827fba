-- Pairs of records that may be of one person and that nobody has judged: one of the two in the area asked about, both
-- where the asker may see them. $1 day, $2 scope (null = all), $3 within (null = all)
with near as materialized (
  select po.person_id as id from team_commune tc join posting po on po.team_id = tc.team_id
   where tc.commune_id = any (coalesce($3::uuid[], $2::uuid[]))
  union
  select id from person where commune_id = any (coalesce($3::uuid[], $2::uuid[]))
), noted as (
  select * from likely_pair where $2::uuid[] is null and $3::uuid[] is null
  union all
  (select l.* from near join likely_pair l on l.first_id = near.id
   union
   select l.* from near join likely_pair l on l.second_id = near.id)
), unjudged as (
  select l.*,
         -- looked up for nobody where all may be seen and all is asked about
         coalesce((select commune_id from team_commune
                    where team_id = (select team_id from posting where person_id = l.first_id and valid_from <= $1
                                      order by valid_from desc limit 1)
                      and valid_from <= $1 order by valid_from desc limit 1),
                  (select commune_id from person where id = l.first_id)) as first_commune_id,
         coalesce((select commune_id from team_commune
                    where team_id = (select team_id from posting where person_id = l.second_id and valid_from <= $1
                                      order by valid_from desc limit 1)
                      and valid_from <= $1 order by valid_from desc limit 1),
                  (select commune_id from person where id = l.second_id)) as second_commune_id
    from noted l
   where not exists (select from comparison c
                      where c.first_id = l.first_id and c.second_id = l.second_id and c.undone_at is null)
)
select id, first_id, second_id, similarity::float8 as alike, two_days, found_at,
       case when $3::uuid[] is null or first_commune_id = any ($3)
            then first_commune_id else second_commune_id end as commune_id
  from unjudged
 where ($2::uuid[] is null or first_commune_id = any ($2) and second_commune_id = any ($2))
   and ($3::uuid[] is null or first_commune_id = any ($3) or second_commune_id = any ($3))
