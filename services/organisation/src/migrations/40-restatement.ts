import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures of a day in the units of another (law BR-08): by the lineage of units, part by part, along every
 * act between the two days, forwards and backwards.
 */
const statements = [
  // Who goes on as what on the days after the first up to the last, each unit as a whole: what a giver keeps
  // and what a taker was before are parts as well. Parts of an ended unit add up to one.
  `create function lineage_piece(after_day date, last_day date)
   returns table (day date, predecessor_id uuid, successor_id uuid, share float8)
   language sql stable as $$
     with line as (
       select l.predecessor_id, l.successor_id, l.valid_from as day, l.share::float8 as share,
              sum(l.share::float8) over (partition by l.reorganisation_id, l.predecessor_id) as by_act
         from unit_lineage l where l.valid_from > after_day and l.valid_from <= last_day
     ), giver as (
       -- what one act of a day gave away is not there for another act that ends the unit
       select l.predecessor_id, l.day, bool_or(l.by_act >= 0.999) as ends,
              least(coalesce(sum(l.share) filter (where l.by_act < 0.999), 0), 1) as given
         from line l group by l.predecessor_id, l.day
     )
     select l.day, l.predecessor_id, l.successor_id,
            sum(case when l.by_act >= 0.999 then l.share / l.by_act * (1 - g.given) else l.share end)
       from line l join giver g using (predecessor_id, day)
      group by l.day, l.predecessor_id, l.successor_id
     union all
     select g.day, g.predecessor_id, g.predecessor_id, 1 - g.given
       from giver g where not g.ends and g.given < 1
     union all
     select distinct l.day, l.successor_id, l.successor_id, 1::float8
       from line l
      where not exists (select 1 from giver g where g.predecessor_id = l.successor_id and g.day = l.day)
        and exists (select 1 from unit_version v
                     where v.unit_id = l.successor_id and v.valid_from < l.day)
   $$`,
  // Units of one day in those of another, where they are not the same: one row a part, parts adding up to
  // one. How a divided unit is shared out is said by the asker: as the act says it (lineage), by the villages
  // that went each way, by their households or people, by the area of the outlines, or all of it to the
  // largest part. Where that is not known, the act's share holds.
  `create function unit_restatement(from_day date, to_day date, measured_by text)
   returns table (unit_id uuid, became uuid, share float8, sure boolean)
   language sql stable as $$
     with recursive piece as materialized (
       select p.day, p.predecessor_id, p.successor_id, p.share,
              case when from_day <= to_day then p.predecessor_id else p.successor_id end as from_id,
              case when from_day <= to_day then p.successor_id else p.predecessor_id end as to_id,
              abs(p.day - from_day) as n
         from lineage_piece(least(from_day, to_day), greatest(from_day, to_day)) p
     ), counted as materialized (
       select p.*, count(*) over (partition by p.from_id, p.day) as parts from piece p
     ), sized as materialized (
       select c.*, size.value as size,
              case measured_by
                when 'villages' then child.villages when 'households' then child.households
                when 'population' then child.population when 'area' then ground.area end as measure
         from counted c
         left join lateral (
           select f.value::float8 as value from unit_figure f
            where c.parts > 1 and f.unit_id = c.predecessor_id and f.measured_on <= c.day
              and f.kind = case measured_by when 'population' then 'population'
                                            when 'area' then 'area-km2' else 'households' end
            order by f.measured_on desc limit 1) size on true
         left join lateral (
           select count(*)::float8 as villages, sum(h.value)::float8 as households,
                  sum(q.value)::float8 as population
             from unit_parent eve
             join unit_parent now on now.unit_id = eve.unit_id and now.parent_id = c.successor_id
              and now.valid_from <= c.day and (now.valid_to is null or c.day < now.valid_to)
             left join lateral (select f.value from unit_figure f where f.unit_id = eve.unit_id
                and f.kind = 'households' and f.measured_on <= c.day
              order by f.measured_on desc limit 1) h on measured_by = 'households'
             left join lateral (select f.value from unit_figure f where f.unit_id = eve.unit_id
                and f.kind = 'population' and f.measured_on <= c.day
              order by f.measured_on desc limit 1) q on measured_by = 'population'
            where c.parts > 1 and measured_by in ('villages', 'households', 'population')
              and eve.parent_id = c.predecessor_id
              and eve.valid_from < c.day and (eve.valid_to is null or c.day <= eve.valid_to)) child on true
         left join lateral (
           select sum(st_area(st_intersection(a.shape, b.shape))) as area
             from boundary a join boundary b on b.unit_id = c.successor_id
              and b.valid_from <= c.day and (b.valid_to is null or c.day < b.valid_to)
            where c.parts > 1 and measured_by = 'area' and a.unit_id = c.predecessor_id
              and a.valid_from < c.day and (a.valid_to is null or c.day <= a.valid_to)) ground on true
     ), weighed as (
       select s.from_id, s.to_id, s.day, s.n, s.parts,
              case when s.parts = 1 then 1
                   when measured_by = 'largest'
                   then (row_number() over (partition by s.from_id, s.day
                           order by s.share desc, s.size desc nulls last, s.to_id) = 1)::int
                   when sum(s.measure) over (partition by s.from_id, s.day) > 0
                   then coalesce(s.measure, 0)
                   -- backwards a part is as large as its share of what it was part of
                   when from_day > to_day and measured_by <> 'lineage'
                    and count(s.size) over (partition by s.from_id, s.day) = s.parts
                    and sum(s.size) over (partition by s.from_id, s.day) > 0
                   then s.share * s.size
                   else s.share end as weight
         from sized s
     ), turn as materialized (
       select d.from_id, d.n, lag(d.n, 1, -1) over (partition by d.from_id order by d.n) as before
         from (select distinct from_id, n from piece) d
     ), step as materialized (
       select w.from_id, w.to_id, w.n, turn.before, w.parts = 1 as whole,
              w.weight / sum(w.weight) over (partition by w.from_id, w.day) as share
         from weighed w join turn using (from_id, n)
     ), walk as (
       select s.from_id as unit_id, s.to_id as at, s.n, s.share, s.whole from step s where s.before = -1
       union all
       select w.unit_id, s.to_id, s.n, w.share * s.share, w.whole and s.whole
         from walk w join step s on s.from_id = w.at and s.n > w.n and s.before <= w.n
     ), arrived as (
       select w.unit_id, w.at as became, sum(w.share) as share,
              -- all of it to the largest part is a choice, not knowledge
              bool_and(w.whole) or measured_by <> 'largest' as sure
         from walk w
         join unit_version v on v.unit_id = w.unit_id
          and v.valid_from <= from_day and (v.valid_to is null or from_day < v.valid_to)
        where w.share > 0
          and not exists (select 1 from step s where s.from_id = w.at and s.n > w.n)
        group by w.unit_id, w.at
     ), unsaid as (
       -- communes that a list ended and another one began, without an act: their villages say where they went
       select v.unit_id
         from unit_version v
        where v.level = 'commune'
          and v.valid_from <= from_day and (v.valid_to is null or from_day < v.valid_to)
          and not exists (select 1 from unit_version now where now.unit_id = v.unit_id
                             and now.valid_from <= to_day and (now.valid_to is null or to_day < now.valid_to))
          and not exists (select 1 from arrived a where a.unit_id = v.unit_id)
     ), seen as (
       select u.unit_id, now.parent_id as became,
              count(*)::float8 as villages, sum(f.value)::float8 as size
         from unsaid u
         join unit_parent was on was.parent_id = u.unit_id
          and was.valid_from <= from_day and (was.valid_to is null or from_day < was.valid_to)
         join unit_parent now on now.unit_id = was.unit_id
          and now.valid_from <= to_day and (now.valid_to is null or to_day < now.valid_to)
         left join lateral (select x.value from unit_figure x where x.unit_id = was.unit_id
            and x.kind = measured_by and x.measured_on <= greatest(from_day, to_day)
          order by x.measured_on desc limit 1) f on true
        group by u.unit_id, now.parent_id
     ), told as (
       select s.unit_id, s.became, count(*) over (partition by s.unit_id) as parts,
              case when measured_by = 'largest'
                   then (row_number() over (partition by s.unit_id
                           order by s.villages desc, s.became) = 1)::int
                   when sum(s.size) over (partition by s.unit_id) > 0 then coalesce(s.size, 0)
                   else s.villages end as weight
         from seen s
     )
     select a.unit_id, a.became, a.share, a.sure from arrived a
      where a.unit_id <> a.became or a.share < 1
     union all
     select t.unit_id, t.became, t.weight / sum(t.weight) over (partition by t.unit_id),
            t.parts = 1 or measured_by <> 'largest'
       from told t where t.weight > 0
   $$`,
  // Numbers of communes on a day, each shared out over what the commune is on the other day, to the last by
  // the largest remainder: nothing is lost and nothing invented. Without a measure, decided numbers go by
  // villages, as the acts carry them, and each figure by itself.
  `create function restated_number(from_day date, to_day date, names text[], measured_by text)
   returns table (unit_id uuid, became uuid, share float8, sure boolean, name text, part numeric)
   language sql stable as $$
     with fact as materialized (
       select q.unit_id, n.name, n.value::numeric as value, 'villages' as measure
         from quota q
         cross join lateral (values ('villages', q.villages), ('teams', q.teams),
           ('members', q.members), ('leaders', q.leaders), ('deputies', q.deputies),
           ('ordinary', q.ordinary)) as n(name, value)
        where q.valid_from <= from_day and (q.valid_to is null or from_day < q.valid_to)
          and n.value is not null and n.name = any (names)
       union all
       select v.unit_id, k.kind, round(f.value * k.scale), k.measure
         from unit_version v
         cross join (values ('households', 1, 'households'), ('population', 1, 'population'),
                            ('area-km2', 10000, 'area')) as k(kind, scale, measure)
         cross join lateral (select x.value from unit_figure x
            where x.unit_id = v.unit_id and x.kind = k.kind and x.measured_on <= from_day
            order by x.measured_on desc limit 1) f
        where v.level = 'commune' and k.kind = any (names)
          and v.valid_from <= from_day and (v.valid_to is null or from_day < v.valid_to)
     ), part as materialized (
       select m.measure, r.unit_id, r.became, r.share, r.sure
         from (select distinct measure from fact) m
         cross join lateral unit_restatement(from_day, to_day, coalesce(measured_by, m.measure)) r
     ), piece as (
       select f.unit_id, f.name, f.value, coalesce(p.became, now.unit_id) as became,
              coalesce(p.share, 1) as share, coalesce(p.sure, true) as sure,
              floor((f.value::float8 * coalesce(p.share, 1))::numeric + 1e-6) as least,
              (f.value::float8 * coalesce(p.share, 1))::numeric as exact
         from fact f
         left join part p on p.measure = f.measure and p.unit_id = f.unit_id
         left join unit_version now on p.unit_id is null and now.unit_id = f.unit_id
          and now.valid_from <= to_day and (now.valid_to is null or to_day < now.valid_to)
     )
     select p.unit_id, p.became, p.share, p.sure, p.name,
            (p.least + (row_number() over (partition by p.unit_id, p.name
                                             order by p.exact - p.least desc, p.became)
                        <= p.value - sum(p.least) over (partition by p.unit_id, p.name))::int)
              / case when p.name = 'area-km2' then 10000 else 1 end
       from piece p
   $$`,
];

export class Restatement40 implements MigrationInterface {
  name = 'Restatement1760000000040';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function restated_number(date, date, text[], text)');
    await runner.query('drop function unit_restatement(date, date, text)');
    await runner.query('drop function lineage_piece(date, date)');
  }
}
