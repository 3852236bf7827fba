-- Writes teams and the villages they hold (staged in held). A team is known by its code; the same row again
-- changes nothing. The row says which villages the team was founded with: what changed on a later day stays, as
-- does a dissolution of which the row says nothing, and a name that was given later. $1 rows (json)
with row as (
  select * from jsonb_to_recordset($1) as r(new_id uuid, code text, name text, search_key text,
    "foundedOn" date, "dissolvedOn" date, "decisionNumber" text, "decisionSignedOn" date)
), first_name as (
  select distinct on (team_id) team_id, name from team_former_name order by team_id, valid_from
), known as (
  select r.*, coalesce(t.id, r.new_id) as id, t.id is null as is_new,
         f.team_id is not null as was_renamed, t.name as last_name, t.search_key as last_key,
         t.founded_on as was_founded, t.dissolved_on as was_dissolved,
         coalesce(r."dissolvedOn", t.dissolved_on) as ends_on,
         (coalesce(f.name, t.name), t.founded_on, t.dissolved_on, t.decision_number, t.decision_signed_on)
           is not distinct from
         (r.name, r."foundedOn", coalesce(r."dissolvedOn", t.dissolved_on), r."decisionNumber",
          r."decisionSignedOn") as same
    from row r left join team t on t.code = r.code left join first_name f on f.team_id = t.id
), written as (
  insert into team (id, code, name, search_key, founded_on, dissolved_on, decision_number,
                    decision_signed_on)
  select id, code, case when was_renamed then last_name else name end,
         case when was_renamed then last_key else search_key end, "foundedOn", ends_on,
         "decisionNumber", "decisionSignedOn"
    from known where not same
  on conflict (code) do update
    set name = excluded.name, search_key = excluded.search_key, founded_on = excluded.founded_on,
        dissolved_on = excluded.dissolved_on, decision_number = excluded.decision_number,
        decision_signed_on = excluded.decision_signed_on
  returning id
), first_called as (
  update team_former_name f set name = k.name, valid_from = least(k."foundedOn", f.valid_to - 1)
    from known k
   where k.was_renamed and not k.same and f.team_id = k.id
     and f.valid_from = (select min(valid_from) from team_former_name where team_id = k.id)
), left_workplace as (
  -- what ended with an earlier dissolving day ends with the corrected one
  update team_workplace tw set valid_to = least(k.ends_on, w.valid_to)
    from known k, workplace w
   where tw.team_id = k.id and w.id = tw.workplace_id and tw.valid_from < k.ends_on
     and (tw.valid_to is null or tw.valid_to > k.ends_on
          or (tw.valid_to = k.was_dissolved and k.was_dissolved < k.ends_on))
), stood as (
  -- ended before the team did: the village left it
  select tv.*, k.ends_on, tv.valid_from = k.was_founded as at_founding,
         tv.valid_to is not null and tv.valid_to is distinct from k.was_dissolved as has_left,
         tv.valid_from > greatest(k.was_founded, k."foundedOn") as is_later
    from known k join team_village tv on tv.team_id = k.id
), holding as (
  select k.id as team_id, h.village_id, k."foundedOn" as valid_from,
         case when s.has_left then least(s.valid_to, k.ends_on) else k.ends_on end as valid_to
    from known k
    join held h on h.code = k.code
    left join stood s on s.team_id = k.id and s.village_id = h.village_id and s.at_founding
   where s.team_id is not null or not exists (
     select 1 from stood l where l.team_id = k.id and l.village_id = h.village_id and l.is_later)
  union all
  select s.team_id, s.village_id, s.valid_from,
         case when s.has_left then least(s.valid_to, s.ends_on) else s.ends_on end
    from stood s
   where (s.is_later or s.at_founding and s.has_left and not exists (
            select 1 from known k join held h on h.code = k.code
             where k.id = s.team_id and h.village_id = s.village_id))
     and (s.ends_on is null or s.valid_from < s.ends_on)
), dropped as (
  delete from team_village tv using known k
   where tv.team_id = k.id and not exists (
     select 1 from holding h where h.team_id = tv.team_id and h.village_id = tv.village_id
        and h.valid_from = tv.valid_from)
  returning tv.team_id
), held_again as (
  insert into team_village (team_id, village_id, valid_from, valid_to)
  select * from holding where (valid_to is null or valid_from < valid_to)
     and (select count(*) from dropped) >= 0 and (select count(*) from written) >= 0
  on conflict (team_id, village_id, valid_from) do update set valid_to = excluded.valid_to
   where team_village.valid_to is distinct from excluded.valid_to
  returning team_id
)
select (select count(*)::int from known where is_new) as added,
       (select count(*)::int from known k where not is_new and (not same or
          k.id in (select team_id from held_again) or k.id in (select team_id from dropped))) as changed,
       (select count(*)::int from known k where same
          and k.id not in (select team_id from held_again)
          and k.id not in (select team_id from dropped)) as unchanged
