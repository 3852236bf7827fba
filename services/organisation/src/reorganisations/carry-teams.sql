-- Teams stay, and look after what their villages became (law BR-85): the successors of an ended village;
-- whoever gives away a part keeps its team there. $1 day
with standing as (
  select tv.team_id, tv.village_id, tv.valid_to
    from team_village tv
    join ending on ending.id = tv.village_id
     -- without a successor the village would be ended over its team, which is refused
     and ending.id in (select predecessor_id from heir)
   where tv.valid_from < $1 and (tv.valid_to is null or $1 < tv.valid_to)
), ended as (
  update team_village tv set valid_to = $1
    from standing s
   where tv.team_id = s.team_id and tv.village_id = s.village_id
     and tv.valid_from < $1 and (tv.valid_to is null or $1 < tv.valid_to)
  returning tv.team_id
), carried as (
  insert into team_village (team_id, village_id, valid_from, valid_to)
  select s.team_id, h.successor_id, $1,
         case when bool_and(s.valid_to is not null) then max(s.valid_to) end
    from standing s
    join heir h on h.predecessor_id = s.village_id
   where not exists (select 1 from team_village own
                      where own.team_id = s.team_id and own.village_id = h.successor_id
                        and (own.valid_to is null or $1 < own.valid_to))
     and (select count(*) from ended) >= 0
   group by s.team_id, h.successor_id
  returning team_id
)
select count(distinct team_id)::int as teams from carried
