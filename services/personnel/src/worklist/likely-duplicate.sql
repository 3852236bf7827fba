-- Wraps `likely-pairs.sql`: records to be judged, since the two were found alike.
select 'duplicate' as noun, d.id, d.commune_id, null::uuid as team_id,
       (select name from person where id = d.first_id) || ' – '
         || (select name from person where id = d.second_id) as name,
       (d.found_at at time zone 'Asia/Ho_Chi_Minh')::date as since
  from (/* pairs */) d
