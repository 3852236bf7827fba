-- Wraps `likely-pairs.sql`: a page of them, the likeliest first. $1 to $3 are its own; $4 how many, $5 to $8 the pair
-- to go on after (null = from the first): whether born on two days, how alike, first, second
with pairs as materialized (/* pairs */)
select first_id as "firstId", second_id as "secondId", alike as similarity, two_days as "twoDays",
       (select count(*) from pairs)::int as total
  from pairs
 where $5::boolean is null or (two_days, -alike, first_id, second_id) > ($5, -$6::float8, $7::uuid, $8::uuid)
 order by two_days, alike desc, first_id, second_id
 limit $4
