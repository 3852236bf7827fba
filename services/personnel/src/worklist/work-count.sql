-- Wraps a kind's own question: how many, and since when the oldest.
select count(*)::int as count, min(since) as oldest from (/* work */) work
