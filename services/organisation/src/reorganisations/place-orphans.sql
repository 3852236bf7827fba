-- Whoever lay below what ends, and where it lies from the day on: below the successor; of several below the
-- largest share; without any below what lay above, and so on up. $1 day
create temporary table moving on commit drop as
with recursive choice as (
  select predecessor_id, count(*)::int as successors,
         (array_agg(successor_id order by share desc, successor_id))[1] as best
    from heir group by predecessor_id
), eve as (
  select unit_id, parent_id from unit_parent
   where valid_from < $1 and (valid_to is null or $1 <= valid_to)
), climb as (
  select eve.unit_id, eve.parent_id as at, 1 as options, eve.valid_to
    from unit_parent eve
    join ending over on over.id = eve.parent_id
   where eve.valid_from < $1 and (eve.valid_to is null or $1 < eve.valid_to)
     and eve.unit_id not in (select id from ending)
     and eve.unit_id not in (select id from changed where parent_id is not null)
  union all
  select climb.unit_id, coalesce(choice.best, eve.parent_id),
         greatest(climb.options, coalesce(choice.successors, 1)), climb.valid_to
    from climb
    join ending on ending.id = climb.at
    left join choice on choice.predecessor_id = climb.at
    left join eve on eve.unit_id = climb.at
)
select unit_id, at as parent_id, options, valid_to from climb
 where at is not null and at not in (select id from ending)
