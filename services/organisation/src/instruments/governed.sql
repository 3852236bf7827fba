-- What rests on a document. $1 document, $2 units of the asker (null = all), $3 noun or null, $4 cursor or null,
-- $5 limit or null, $6 only what goes on on or begins after this day, or null
with mine as materialized (
  select distinct holder.id
    from (with recursive inside as (
            select unnest($2::uuid[]) as id
            union
            select p.unit_id from inside i join unit_parent p on p.parent_id = i.id
          ) select id from inside) holder
), everything as (
  select 'quota' as noun, q.id, q.unit_id, q.teams || ' / ' || q.members as name,
         q.valid_from as from_day, q.valid_to as to_day
    from quota q where q.instrument_id = $1
  union all
  select 'criteria', c.id, null, coalesce(c.document ->> 'title', c.document ->> 'name', ''),
         coalesce(c.valid_from, i.effective_from), c.valid_to
    from criteria c join instrument i on i.id = c.instrument_id where c.instrument_id = $1
  union all
  select 'reorganisation', r.id, null, r.title, r.valid_from, null
    from reorganisation r
   where r.status = 'applied'
     and (r.instrument_id = $1
          or exists (select 1 from reorganisation_instrument x
                      where x.reorganisation_id = r.id and x.instrument_id = $1))
  union all
  select 'ceiling', c.id, c.unit_id, concat_ws(' / ', c.teams, c.members), c.valid_from, c.valid_to
    from quota_ceiling c where c.instrument_id = $1
  union all
  select 'transition', t.id, t.unit_id, t.teams || ' / ' || t.members, t.valid_from, t.valid_to
    from transition t where t.instrument_id = $1
  union all
  -- a team rests on its decisions as long as it stands
  select 'team', t.id, (select v.village_id from team_village v where v.team_id = t.id
                         order by v.valid_from desc, v.village_id limit 1),
         team_name_on(t.id, greatest(t.founded_on,
           least(coalesce($6::date, current_date), t.dissolved_on - 1))), min(a.valid_from), t.dissolved_on
    from team_act a join team t on t.id = a.team_id
   where $1 in (a.instrument_id, a.based_on_id) group by t.id
  union all
  select 'consolidation', c.id, c.commune_id, '', c.valid_from, null
    from consolidation c where $1 in (c.instrument_id, c.based_on_id) and c.status = 'applied'
  union all
  select distinct 'instrument', o.id, null::uuid, o.number, o.effective_from, o.effective_to
    from instrument_relation r
    join instrument o on o.id = r.instrument_id
   where r.other_id = $1 and r.kind in ('based-on', 'amends')
), found as (
  select e.*, v.kind, v.name as unit_name, v.code,
         e.noun || ' ' || coalesce(v.code, '') || ' ' || to_char(e.from_day, 'YYYY-MM-DD') || e.id
           as sort_key
    from everything e
    left join lateral (
      select kind, name, code from unit_version
       where unit_id = e.unit_id and valid_from <= e.from_day
       order by valid_from desc limit 1) v on true
   where ($2::uuid[] is null or e.unit_id is null or e.unit_id in (select id from mine))
     and ($6::date is null or e.from_day >= $6
          -- acts on units are done on their day; everything else goes on
          or e.noun not in ('reorganisation', 'consolidation') and (e.to_day is null or e.to_day > $6))
), counted as (
  select coalesce(json_object_agg(noun, n), '{}') as counts
    from (select noun, count(*)::int as n from found group by noun) c
), shown as (
  select * from found where $3::text is null or noun = $3
)
select (select counts from counted) as counts,
       (select count(*)::int from shown) as total,
       coalesce((select json_agg(json_build_object(
           'noun', s.noun, 'id', s.id, 'name', s.name,
           'unit', case when s.unit_id is not null then
             json_build_object('id', s.unit_id, 'kind', s.kind, 'name', s.unit_name) end,
           'from', s.from_day, 'to', s.to_day,
           'losesBasisOn', greatest(s.from_day, $6::date), 'sortKey', s.sort_key) order by s.sort_key)
         from (select * from shown where $4::text is null or sort_key > $4
                order by sort_key limit $5) s), '[]') as items
