-- Teams with every commune that each lay in, the last one last.
select t.id, t.code, t.name,
       coalesce(json_agg(json_build_object('kind', v.kind, 'name', v.name) order by tc.valid_from, v.valid_from)
                filter (where v.unit_id is not null), '[]') as communes
  from team t
  left join team_commune tc on tc.team_id = t.id
  left join unit_version v on v.unit_id = tc.commune_id
   and daterange(v.valid_from, v.valid_to) && daterange(tc.valid_from, tc.valid_to)
 group by t.id
