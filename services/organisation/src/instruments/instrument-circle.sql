-- The first document that a document amends or replaces, and that amends or replaces it, directly or through others.
-- $1 document, $2 what it amends and replaces
with recursive changed as (
  select first as first_id, first as id from unnest($2::uuid[]) first
  union
  select c.first_id, r.other_id
    from changed c
    join instrument_relation r on r.instrument_id = c.id and r.kind in ('amends', 'replaces')
)
select i.id as "otherId", i.number as other
  from changed c
  join instrument i on i.id = c.first_id
 where c.id = $1
 order by i.effective_from, i.number
 limit 1
