-- What members got, by given name and item. $1 day, $2 scope (null = all), $3 within (null = all), $4 person,
-- $5 team, $6 item, $7 category, $8 number, $9 due by, $10 key to go on after, $11 how many
with found as (
  select i.*, m.name, m.measure, m.category, n.name as person_name, last.team_id,
         coalesce(last.commune_id, n.commune_id) as commune_id,
         n.sort_name || ' ' || n.id || ' ' || to_char(m.place, 'FM000') || ' ' || i.issued_on || ' ' || i.id
           as sort_key
    from issue_on($1) i
    join issue_item m on m.item = i.item
    join person n on n.id = i.person_id
    left join lateral person_place(n.id, $1) last on true
   where ($4::uuid is null or i.person_id = $4)
     and ($5::uuid is null or last.team_id = $5)
     and ($6::text is null or i.item = $6)
     and ($7::text is null or m.category = $7)
     and ($8::text is null or i.number = $8)
     and ($9::date is null or i.remaining > 0 and i.serves_until <= $9)
), seen as (
  select * from found
   where ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
)
select s.id, s.person_id as "personId", s.item, s.quantity, s.number, s.issued_on as "issuedOn",
       s.serves_until as "servesUntil", s.note, s.name, s.measure, s.category, s.person_name as "personName",
       case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       s.remaining as "left",
       case when s.remaining > 0 then 'in-use'
            when s.ended_by in ('lost', 'replaced') then s.ended_by else 'withdrawn' end as state,
       coalesce(s.remaining > 0 and s.serves_until <= $1, false) as "isDue",
       s.sort_key as "sortKey", (select count(*) from seen)::int as total
  from seen s
  left join team t on t.id = s.team_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = s.commune_id and valid_from <= $1 order by valid_from desc limit 1) v on true
 where $10::text is null or s.sort_key collate "vi-x-icu" > $10 collate "vi-x-icu"
 order by s.sort_key collate "vi-x-icu"
 limit $11
