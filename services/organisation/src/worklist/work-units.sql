-- Wraps a kind's own question: how much of it each unit has of its own.
select unit_id as "unitId", count(*)::int as count from (/* work */) work group by unit_id
