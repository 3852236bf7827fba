-- Pairs of records that may be of one person, one of them in the communes asked about. $1 day, $2 scope (null =
-- all), $3 communes, $4 how alike names are at least, $5 how many, $6 to $9 the pair to go on after (null = from
-- the first): whether born on two days, how alike, first, second
with base as materialized (
  select p.id, p.search_key, p.birth_date
    from person p
    left join lateral (
      select team_id from posting where person_id = p.id and valid_from <= $1
       order by valid_from desc limit 1) last on true
   where p.merged_into is null
     and p.id in (
       select po.person_id from team_commune tc join posting po on po.team_id = tc.team_id
        where tc.commune_id = any ($3::uuid[])
       union all
       select id from person where commune_id = any ($3::uuid[]))
     and coalesce((select commune_id from team_commune
                    where team_id = last.team_id and valid_from <= $1
                    order by valid_from desc limit 1), p.commune_id) = any ($3::uuid[])
), alike as (
  select distinct least(a.id, b.id) as first_id, greatest(a.id, b.id) as second_id, b.id as other_id,
         b.commune_id as other_commune_id, similarity(a.search_key, b.search_key) as alike,
         a.birth_date = b.birth_date as same_day
    from base a
    cross join lateral unnest(near_birth_dates(a.birth_date)) near (day)
    join person b on b.birth_date = near.day and b.id <> a.id and b.merged_into is null
   where similarity(a.search_key, b.search_key) >= $4
), pairs as (
  select distinct l.first_id, l.second_id, l.alike::float8 as alike, not l.same_day as two_days
    from alike l
    left join lateral (
      select team_id from posting where person_id = l.other_id and valid_from <= $1
       order by valid_from desc limit 1) last on true
   where ($2::uuid[] is null
          or coalesce((select commune_id from team_commune
                        where team_id = last.team_id and valid_from <= $1
                        order by valid_from desc limit 1), l.other_commune_id) = any ($2))
     and not exists (select from comparison c
                      where c.first_id = l.first_id and c.second_id = l.second_id and c.undone_at is null)
)
select first_id as "firstId", second_id as "secondId", alike as similarity, two_days as "twoDays",
       (select count(*) from pairs)::int as total
  from pairs
 where $6::boolean is null or (two_days, -alike, first_id, second_id) > ($6, -$7::float8, $8::uuid, $9::uuid)
 order by two_days, alike desc, first_id, second_id
 limit $5
