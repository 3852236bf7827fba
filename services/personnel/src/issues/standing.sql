-- What the members of communes are due of each item in a year and what of it still serves at its end.
-- $1 first day of the year, $2 first day of the next, $3 scope (null = all), $4 within (null = all), $5 category
with serving as materialized (
  select p.person_id, p.team_id, tc.commune_id
    from posting p
    join team_commune tc on tc.team_id = p.team_id
     and tc.valid_from <= $1 and (tc.valid_to is null or $1 < tc.valid_to)
   where p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     and ($3::uuid[] is null or tc.commune_id = any ($3))
     and ($4::uuid[] is null or tc.commune_id = any ($4))
), commune as (
  select commune_id, count(*)::int as members from serving group by commune_id
), norm as materialized (
  -- whether years after the first have a norm of their own is said once a commune, not asked for each member
  select c.commune_id, n.item, n.phase, n.quantity, n.percent,
         bool_or(n.phase = 'following') over (partition by c.commune_id, n.item) as follows
    from commune c
   cross join lateral issue_norm_of(c.commune_id, $1) n
    join issue_item m on m.item = n.item
   where $5::text is null or m.category = $5
), held as (
  select s.person_id, i.item, bool_or(i.issued_on < $1) as had,
         sum(i.remaining) filter (where i.serves_until is null or i.serves_until >= $2)::int as serves
    from serving s join issue_on($1) i on i.person_id = s.person_id
   group by s.person_id, i.item
), each as (
  select s.commune_id, s.team_id, n.item, n.percent,
         case when n.percent is null then coalesce(n.quantity, 0) end as quantity,
         coalesce(h.serves, 0) as serves
    from serving s
    join norm n on n.commune_id = s.commune_id
    left join held h on h.person_id = s.person_id and h.item = n.item
   where n.phase = case when h.had and n.follows then 'following' else 'first' end
), team as (
  select commune_id, item, percent, count(*)::int as strength,
         sum(quantity)::int as due, sum(serves)::int as serves,
         sum(greatest(0, quantity - serves))::int as need
    from each group by commune_id, team_id, item, percent
)
select t.commune_id as "communeId", t.item, m.name, m.measure, m.category, m.season, m.place,
       c.members, t.percent, t.strength, t.due, t.serves, t.need,
       v.name as "communeName", v.kind as "communeKind"
  from team t
  join issue_item m on m.item = t.item
  join commune c on c.commune_id = t.commune_id
  left join lateral (
    select name, kind from unit_version
     where unit_id = t.commune_id and valid_from <= $1 order by valid_from desc limit 1) v on true
