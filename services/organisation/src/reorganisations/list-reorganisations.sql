-- Acts, latest day first. $1 cursor, $2 limit
with act as (
  select r.id, r.valid_from as "on", r.instrument_id as "instrumentId", i.number as "instrumentNumber",
         r.title, r.status, r.valid_from::text || ' ' || r.id as sort_key,
         count(*) over ()::int as total
    from reorganisation r join instrument i on i.id = r.instrument_id
)
select * from act where $1::text is null or sort_key < $1 order by sort_key desc limit $2
