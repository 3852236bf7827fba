-- Groups of villages that several teams share. $1 day, $2 communes (null = all), $3 cursor or null, $4 limit
with waiting as materialized (
  select * from waiting_teams($2, $1)
), joined as (
  -- since when: the last act that made one of the shared villages
  select w.group_id, max(l.valid_from) as since,
         (array_agg(l.reorganisation_id order by l.valid_from desc, l.reorganisation_id))[1] as act_id
    from waiting w
    join unit_lineage l on l.successor_id = w.village_id and l.valid_from <= $1
   group by w.group_id
), found as (
  select w.group_id, w.commune_id, c.code || ' ' || w.group_id as sort_key,
         c.code, c.kind, c.name, count(*) over ()::int as total
    from (select distinct group_id, commune_id from waiting) w
    join unit_version c on c.unit_id = w.commune_id
     and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to)
), page as (
  select f.*, j.act_id,
         coalesce(j.since, (select max(tv.valid_from) from waiting w
                              join team_village tv using (team_id, village_id)
                             where w.group_id = f.group_id and tv.valid_from <= $1)) as since
    from found f
    left join joined j using (group_id)
   where $3::text is null or f.sort_key > $3
   order by f.sort_key limit $4
), active as (
  -- the teams of a whole commune share its members out
  select h.commune_id, h.team_id, row_number() over (partition by h.commune_id order by t.code) as place,
         count(*) over (partition by h.commune_id) as teams
    from (select distinct p.parent_id as commune_id, tv.team_id
            from unit_parent p
            join team_village tv on tv.village_id = p.unit_id
             and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
           where p.parent_id in (select commune_id from page)
             and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)) h
    join team t on t.id = h.team_id
     and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
), before as (
  -- what each team looked after on the eve
  select p.group_id, w.team_id, count(distinct tv.village_id)::int as villages,
         sum(f.value)::int as households
    from page p
    join (select distinct group_id, team_id from waiting) w using (group_id)
    left join team_village tv on tv.team_id = w.team_id
     and tv.valid_from < p.since and (tv.valid_to is null or p.since <= tv.valid_to)
    left join lateral (select value from unit_figure
                        where unit_id = tv.village_id and kind = 'households' and measured_on < p.since
                        order by measured_on desc limit 1) f on true
   group by p.group_id, w.team_id
)
select p.group_id as id, p.sort_key, p.total, p.since,
       json_build_object('id', p.commune_id, 'kind', p.kind, 'name', p.name, 'code', p.code) as commune,
       (select json_agg(json_build_object('id', v.unit_id, 'kind', v.kind, 'name', v.name, 'code', v.code,
                 'households', (select value::int from unit_figure
                                 where unit_id = v.unit_id and kind = 'households' and measured_on <= $1
                                 order by measured_on desc limit 1)) order by v.code)
          from (select distinct village_id from waiting w where w.group_id = p.group_id) w
          join unit_version v on v.unit_id = w.village_id
           and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)) as villages,
       (select json_agg(json_build_object('id', t.id, 'code', t.code, 'name', team_name_on(t.id, $1),
                 'foundedOn', t.founded_on, 'villages', b.villages, 'households', b.households,
                 'share', q.members / a.teams + (a.place <= q.members % a.teams)::int) order by t.code)
          from before b
          join team t on t.id = b.team_id
          left join active a on a.team_id = b.team_id and a.commune_id = p.commune_id
         where b.group_id = p.group_id) as teams,
       (select json_build_object('id', r.id, 'title', r.title, 'instrumentId', i.id, 'number', i.number)
          from reorganisation r
          left join reorganisation_instrument own
            on own.reorganisation_id = r.id and own.commune_id = p.commune_id
          join instrument i on i.id = coalesce(own.instrument_id, r.instrument_id)
         where r.id = p.act_id) as act,
       (select json_build_object('id', i.id, 'number', i.number, 'signedOn', i.signed_on)
          from instrument i
         where i.id = q.instrument_id and i.signed_on >= p.since) as basis,
       consolidation_term_of(p.commune_id, $1) as until
  from page p
  left join quota q on q.unit_id = p.commune_id
   and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
 order by p.sort_key
