-- Writes teams and the villages they hold (staged in held). A team is known by its code; the same row again
-- changes nothing. $1 rows (json)
with row as (
  select * from jsonb_to_recordset($1) as r(new_id uuid, code text, name text, search_key text,
    "foundedOn" date, "dissolvedOn" date, "decisionNumber" text, "decisionSignedOn" date)
), known as (
  select r.*, coalesce(t.id, r.new_id) as id, t.id is null as is_new,
         (t.name, t.founded_on, t.dissolved_on, t.decision_number, t.decision_signed_on)
           is not distinct from
         (r.name, r."foundedOn", r."dissolvedOn", r."decisionNumber", r."decisionSignedOn") as same
    from row r left join team t on t.code = r.code
), written as (
  insert into team (id, code, name, search_key, founded_on, dissolved_on, decision_number,
                    decision_signed_on)
  select id, code, name, search_key, "foundedOn", "dissolvedOn", "decisionNumber", "decisionSignedOn"
    from known where not same
  on conflict (code) do update
    set name = excluded.name, search_key = excluded.search_key, founded_on = excluded.founded_on,
        dissolved_on = excluded.dissolved_on, decision_number = excluded.decision_number,
        decision_signed_on = excluded.decision_signed_on
  returning id
), left_workplace as (
  update team_workplace tw set valid_to = k."dissolvedOn"
    from known k
   where tw.team_id = k.id and tw.valid_from < k."dissolvedOn"
     and (tw.valid_to is null or tw.valid_to > k."dissolvedOn")
), holding as (
  select k.id as team_id, h.village_id, k."foundedOn" as valid_from, k."dissolvedOn" as valid_to
    from known k join held h on h.code = k.code
), dropped as (
  delete from team_village tv using known k
   where tv.team_id = k.id and not exists (
     select 1 from holding h where h.team_id = tv.team_id and h.village_id = tv.village_id
        and h.valid_from = tv.valid_from)
  returning tv.team_id
), held_again as (
  insert into team_village (team_id, village_id, valid_from, valid_to)
  select * from holding where (select count(*) from dropped) >= 0
     and (select count(*) from written) >= 0
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
