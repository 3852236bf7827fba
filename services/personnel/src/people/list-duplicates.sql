-- Pairs of records that may be of one person. $1 day, $2 scope (null = all), $3 within (null = all),
-- $4 how alike names are at least, $5 how many
with placed as (
  select p.id, p.search_key, p.birth_date, coalesce(place.commune_id, p.commune_id) as commune_id
    from person p
    left join lateral (
      select team_id from posting where person_id = p.id and valid_from <= $1
       order by valid_from desc limit 1) last on true
    left join lateral (
      select commune_id from team_commune where team_id = last.team_id and valid_from <= $1
       order by valid_from desc limit 1) place on true
   where p.merged_into is null
), seen as materialized (
  select * from placed where $2::uuid[] is null or commune_id = any ($2)
), born as materialized (
  select s.id, near.day from seen s cross join lateral unnest(near_birth_dates(s.birth_date)) near (day)
), pairs as (
  select distinct a.id as first_id, b.id as second_id,
         similarity(a.search_key, b.search_key) as alike, a.birth_date = b.birth_date as same_day
    from born
    join seen a on a.id = born.id
    join seen b on b.birth_date = born.day and b.id > a.id
   where ($3::uuid[] is null or a.commune_id = any ($3) or b.commune_id = any ($3))
     and similarity(a.search_key, b.search_key) >= $4
     and not exists (select from comparison c
                      where c.first_id = a.id and c.second_id = b.id and c.undone_at is null)
)
select first_id as "firstId", second_id as "secondId", alike::float8 as similarity,
       (count(*) over ())::int as total
  from pairs
 order by same_day desc, alike desc, first_id, second_id
 limit $5
