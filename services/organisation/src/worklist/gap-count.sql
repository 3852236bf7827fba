-- How many gaps of each kind, and since when the oldest. $1 day, $2 scope, $3 within, $4 kinds
select kind, count(*)::int as count, min(since) as oldest
  from (/* gaps */) gap
 where kind = any ($4::text[])
 group by kind
