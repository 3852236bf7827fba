-- What a set of units becomes by an act. $1 act, $2 day, $3 units
with ended as (
  select value::uuid as id from reorganisation r, jsonb_array_elements_text(r.plan -> 'ended')
   where r.id = $1
), lost as (
  select id from ended where id = any ($3)
), lay_below as materialized (
  select id from unit_below($3, $2::date - 1)
), lay_in_lost as materialized (
  select id from unit_below(array(select id from lost), $2::date - 1)
), heir as (
  select l.successor_id as id,
         bool_and(l.predecessor_id in (select id from lay_below))
         -- a unit that goes on and takes others in counts with its own land
         and (bool_or(begun.unit_id is not null) or l.successor_id in (select id from lay_below)) as whole
    from unit_lineage l
    left join unit_version begun on begun.unit_id = l.successor_id and begun.valid_from = $2
     and not exists (select 1 from unit_version v
                      where v.unit_id = l.successor_id and v.valid_from < $2)
   where l.reorganisation_id = $1
   group by l.successor_id
  having bool_or(l.predecessor_id in (select id from lay_in_lost))
), going_on as (
  -- a level was abolished above them
  select id from lay_in_lost where id not in (select id from ended)
), found as (
  select id from heir where whole union select id from going_on
), parent as (
  select unit_id, parent_id from unit_parent
   where valid_from <= $2 and (valid_to is null or $2 < valid_to)
), topmost as (
  select f.id from found f
    left join parent p on p.unit_id = f.id
    left join parent pp on pp.unit_id = p.parent_id
    left join parent ppp on ppp.unit_id = pp.parent_id
   where not array[p.parent_id, pp.parent_id, ppp.parent_id]
         && array(select id from found union select unnest($3) except select id from ended)
     and f.id <> all (array(select unnest($3)))
)
select array(select id from lost) as ended, array(select id from topmost) as heirs,
       array(select id from heir where not whole) as parts
