-- Keeps what has no table of its own; answers whose remarks became others. $1 remarks (json)
with said as (
  select * from jsonb_to_recordset($1) as r(person_id uuid, heading text, value text)
), written as (
  insert into roster_remark (person_id, heading, value)
  select person_id, heading, value from said
  on conflict (person_id, heading) do update set value = excluded.value
   where roster_remark.value <> excluded.value
  returning person_id
)
select distinct person_id as id from written
