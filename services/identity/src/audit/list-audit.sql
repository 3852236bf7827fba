-- The log, newest first, one page. An account finds what it did and what was done to it.
-- $1 the only account to look at (null = all), $2 event or its beginning, $3 account, $4 from (included),
-- $5 to (excluded), $6 number of the last row, $7 limit
with chosen as (
  select e.*
    from audit_entry e
   where ($1::uuid is null or e.account_id = $1 or e.payload ->> 'accountId' = $1::text)
     and ($2::text is null or starts_with(e.event, $2))
     and ($3::uuid is null or e.account_id = $3 or e.payload ->> 'accountId' = $3::text)
     and ($4::timestamptz is null or e.at >= $4)
     and ($5::timestamptz is null or e.at < $5)
)
select c.*, (select count(*)::int from chosen) as total
  from chosen c
 where $6::bigint is null or c.seq < $6
 order by c.seq desc
 limit $7
