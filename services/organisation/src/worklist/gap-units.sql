-- How many gaps each unit has of its own. $1 day, $2 scope, $3 within, $4 kinds
select unit_id as "unitId", count(*)::int as count
  from (/* gaps */) gap
 where kind = any ($4::text[])
 group by unit_id
