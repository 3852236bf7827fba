-- After compared-lines.sql and month-difference.sql: what both months come to, what each cause makes of the difference,
-- and who differs for no cause that is recorded
select coalesce(sum(before), 0)::bigint as before, coalesce(sum(now), 0)::bigint as now,
       (select coalesce(json_agg(json_build_object('cause', cause, 'people', people, 'difference', difference)
                          order by abs(difference) desc, cause), '[]')
          from (select cause, count(*) filter (where is_person) as people, sum(difference)::bigint as difference
                  from part group by cause) each) as causes,
       (select json_build_object('people', count(*), 'examples', coalesce(json_agg(json_build_object(
                 'personId', person_id, 'name', name, 'detail', '') order by place) filter (where place <= 5), '[]'))
          from (select p.id as person_id, coalesce(p.name, t.name, '') as name,
                       row_number() over (order by coalesce(p.sort_name, t.name), part.owner) as place
                  from part
                  left join person p on p.id = part.owner
                  left join team t on t.id = part.owner
                 where part.cause = 'unexplained') each) as unexplained
  from beside
