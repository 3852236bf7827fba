-- What an act moved and what it leaves to decide, as `ReorganisationEffects`. $1 act, $2 day
with name as (
  select distinct on (unit_id) unit_id as id, kind, name
    from unit_version order by unit_id, valid_from desc
), row_of as (
  select table_name, became from reorganisation_row where reorganisation_id = $1 and was is null
), moved as (
  select (became ->> 'unit_id')::uuid as id, (became ->> 'parent_id')::uuid as to_id
    from row_of
   where table_name = 'unit_parent'
     and (became ->> 'unit_id')::uuid not in (select id from founded)
), carried as (
  select (became ->> 'team_id')::uuid as id, array_agg(n.name order by n.name) as villages
    from row_of join name n on n.id = (became ->> 'village_id')::uuid
   where table_name = 'team_village' group by 1
), summed as (
  select (became ->> 'id')::uuid as id, (became ->> 'unit_id')::uuid as unit_id,
         (became ->> 'teams')::int as teams, (became ->> 'members')::int as members
    -- the day's own; a sum whose parts end on different days goes on as a smaller one
    from reorganisation_row
   where reorganisation_id = $1 and table_name = 'quota' and (became ->> 'valid_from')::date = $2
     and (was is null or was ->> 'valid_from' = became ->> 'valid_from'
                         and was ->> 'valid_to' is not distinct from became ->> 'valid_to')
), shared as (
  select tv.village_id, count(distinct tv.team_id)::int as teams
    from team_village tv
    join heir h on h.successor_id = tv.village_id
    join team t on t.id = tv.team_id
   where tv.valid_from <= $2 and (tv.valid_to is null or $2 < tv.valid_to)
   group by 1 having count(distinct tv.team_id) > 1
), housed as (
  -- workplaces whose village ends: they belong to its successor, or to nothing any more
  select w.id, w.village_id, now.heir
    from workplace w
    left join village_heirs($2 - 1) eve on eve.was = w.village_id
    join ending e on e.id = coalesce(eve.heir, w.village_id)
    left join village_heirs($2) now on now.was = w.village_id
   where w.valid_from <= $2 and (w.valid_to is null or $2 < w.valid_to)
), resettled as (
  -- communes whose villages begin or end, and how many there are before and after
  select c.id, count(*) filter (where p.valid_from < $2)::int as was,
         count(*) filter (where p.valid_to is null or $2 < p.valid_to)::int as becomes
    from (select distinct p.parent_id as id
            from unit_parent p
            join unit u on u.id = p.unit_id and u.level = 'village'
           where p.valid_from = $2 and p.unit_id in (select id from founded)
              or p.valid_to = $2 and p.unit_id in (select id from ending)) c
    join unit_parent p on p.parent_id = c.id
     and p.valid_from <= $2 and (p.valid_to is null or $2 <= p.valid_to)
   group by c.id
), divided as (
  select h.predecessor_id as id,
         json_agg(json_build_object('unit', json_build_object('id', n.id, 'kind', n.kind, 'name', n.name),
                                    'share', h.share) order by h.share desc, n.name, n.id) as into
    from heir h join name n on n.id = h.successor_id
   group by 1 having count(*) > 1 or min(h.share) < 1
), concerned as (
  -- communes whose villages the act itself names, on the day, or on the eve where they go on without them
  select distinct p.parent_id as id
    from unit u
    join unit_parent p on p.unit_id = u.id
     and p.valid_from <= $2 and (p.valid_to is null or $2 <= p.valid_to)
   where u.level = 'village'
     and u.id in (select id from founded union all select id from changed union all select id from ending
                  union all select predecessor_id from heir union all select successor_id from heir)
     and p.parent_id not in (select id from ending)
), cited as (
  select c.id, coalesce(own.instrument_id, r.instrument_id) as instrument_id
    from concerned c
    join reorganisation r on r.id = $1
    left join reorganisation_instrument own on own.reorganisation_id = r.id and own.commune_id = c.id
), decision as (
  select 'parent-undecided' as what, m.unit_id as id, m.options as count from moving m where options > 1
  union all
  select distinct 'outline-missing', u.id, null::int
    from (select id, level from founded
          union select s.id, s.level from unit s
                  join heir h on s.id in (h.predecessor_id, h.successor_id)
                 where s.id not in (select id from ending)) u
   where u.level <> 'village' and not exists (
     select 1 from boundary b where b.unit_id = u.id and b.valid_from = $2)
  union all
  select 'teams-await-consolidation', village_id, teams from shared
  union all
  -- villages change, so the province decides anew (Law 30/2023/QH15 Art. 17.1, law BR-86, BR-87)
  select distinct 'quota-decision-due', p.parent_id, null::int
    from heir h
    join unit u on u.id = h.successor_id and u.level = 'village'
    join unit_parent p on p.unit_id = u.id and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
  union all
  select 'workplace-without-village', village_id, count(*)::int
    from housed where heir is null group by village_id
  union all
  -- and for the commune that gave a village to one of another commune
  select distinct 'quota-decision-due', eve.parent_id, null::int
    from heir h
    join unit u on u.id = h.predecessor_id and u.level = 'village'
    join unit_parent eve on eve.unit_id = u.id
     and eve.valid_from < $2 and (eve.valid_to is null or $2 <= eve.valid_to)
   where eve.parent_id not in (select id from ending)
     and not exists (select 1 from heir own
                       join unit_parent p on p.unit_id = own.successor_id and p.parent_id = eve.parent_id
                        and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to))
  union all
  -- Decree 185/2026/NĐ-CP Art. 10 (law BR-88): shown, never refused
  select 'village-below-standard', f.unit_id, f.value::int
    from founded
    join unit_figure f on f.unit_id = founded.id and f.kind = 'households' and f.measured_on = $2
    join village_standard_on($2) s on s.village_id = founded.id and f.value < s.households
   where founded.level = 'village'
  union all
  select 'tag-ended', t.unit_id, count(*)::int
    from unit_tag t join ending e on e.id = t.unit_id where t.valid_to = $2 group by t.unit_id
  union all
  -- a commune's villages are its own council's to change (law BR-07): that of another commune is shown
  select 'resolution-of-another-commune', c.id, null
    from cited c
   where exists (select 1 from instrument_territory t where t.instrument_id = c.instrument_id)
     and not exists (select 1 from instrument_territory t join unit u on u.id = t.unit_id
                      where t.instrument_id = c.instrument_id
                        and (u.level <> 'commune' or u.id = c.id))
     and not exists (select 1 from instruments_over(array[c.id], $2, array[c.instrument_id]))
  union all
  -- open work: what was prepared or asked for before the act counts other villages, or a commune that ends
  select 'draft-open', l.unit_id, count(*)::int
    from quota_draft_line l join quota_draft d on d.id = l.draft_id and d.status = 'draft'
   where l.unit_id in (select id from ending union select id from resettled) group by l.unit_id
  union all
  select 'proposal-open', p.unit_id, count(*)::int
    from proposal p
   where p.status = 'sent' and p.unit_id in (select id from ending union select id from resettled)
   group by p.unit_id
)
select json_build_object(
  'counts', json_build_object(
    'founded', (select count(*) from founded), 'changed', (select count(*) from changed),
    'ended', (select count(*) from ending), 'moved', (select count(*) from moved),
    'outlines', (select count(*) from row_of where table_name = 'boundary'),
    'quotas', (select count(*) from summed), 'teams', (select count(*) from carried),
    'workplaces', (select count(*) from housed where heir is not null)),
  'moved', coalesce((select json_agg(m order by m.name, m.id) from (
     select n.id, n.kind, n.name, old.name as "from", new.name as "to"
       from moved join name n using (id)
       left join unit_parent p on p.unit_id = n.id and p.valid_to = $2
       left join name old on old.id = p.parent_id
       left join name new on new.id = moved.to_id
      order by n.name, n.id limit 500) m), '[]'),
  'teams', coalesce((select json_agg(t order by t.name, t.id) from (
     select c.id, team_name_on(c.id, $2) as name, c.villages from carried c
      order by name, c.id limit 500) t), '[]'),
  'quotas', coalesce((select json_agg(q order by q.unit ->> 'name') from (
     select json_build_object('id', n.id, 'kind', n.kind, 'name', n.name) as unit, s.teams, s.members,
            array(select o.name from quota_origin f join quota q on q.id = f.origin_id
                    join name o on o.id = q.unit_id where f.quota_id = s.id order by o.name) as of
       from summed s join name n on n.id = s.unit_id order by n.name, n.id limit 500) q), '[]'),
  'communes', coalesce((select json_agg(c order by c.unit ->> 'name') from (
     select json_build_object('id', n.id, 'kind', n.kind, 'name', n.name) as unit, r.was, r.becomes
       from resettled r join name n using (id) order by n.name, n.id limit 4000) c), '[]'),
  'divided', coalesce((select json_agg(d order by d.unit ->> 'name') from (
     select json_build_object('id', n.id, 'kind', n.kind, 'name', n.name) as unit, d.into
       from divided d join name n using (id) order by n.name, n.id limit 500) d), '[]'),
  'decisions', coalesce((select json_agg(d order by d.what, d.unit ->> 'name') from (
     select d.what, json_build_object('id', n.id, 'kind', n.kind, 'name', n.name) as unit, d.count
       from decision d join name n using (id) order by d.what, n.name, n.id limit 2000) d), '[]')
) as effects
