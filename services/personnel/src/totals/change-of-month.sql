-- After lines-of-months.sql and month-difference.sql: a month beside the month before: money, people and the difference
-- by cause
select case when exists (select from owner_sum where not is_now)
            then to_char($1::date - interval '1 month', 'YYYY-MM') end as before,
       coalesce((select sum(now) from beside), 0)::bigint as amount,
       coalesce((select sum(before) from beside), 0)::bigint as "amountBefore",
       (select count(*) from owner_sum where is_now and is_person)::int as people,
       (select count(*) from owner_sum where not is_now and is_person)::int as "peopleBefore",
       (select sum(q.members)::int from quota q
         where q.valid_from < $2 and (q.valid_to is null or q.valid_to >= $2)
           and ($3::uuid[] is null or q.unit_id = any ($3)) and ($4::uuid[] is null or q.unit_id = any ($4))) as decided,
       (select count(*)::int from posting s
          join team_commune tc on tc.team_id = s.team_id and tc.valid_from < $2
           and (tc.valid_to is null or tc.valid_to >= $2)
         where s.valid_from < $2 and (s.valid_to is null or s.valid_to >= $2)
           and ($3::uuid[] is null or tc.commune_id = any ($3))
           and ($4::uuid[] is null or tc.commune_id = any ($4))) as serving,
       coalesce((select bool_or(illustrative) from compared), false) as illustrative,
       (select json_agg(json_build_object('cause', cause, 'people', people, 'difference', difference)
                 order by abs(difference) desc, cause)
          from (select cause, count(*) filter (where is_person)::int as people, sum(difference)::bigint as difference
                  from part group by cause) each) as causes
