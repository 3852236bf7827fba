-- Units as they are told to copies. $1 ids
select u.id, u.level,
       coalesce((select json_agg(json_build_object('kind', v.kind, 'code', v.code, 'name', v.name,
                                   'validFrom', v.valid_from, 'validTo', v.valid_to) order by v.valid_from)
                   from unit_version v where v.unit_id = u.id), '[]') as versions,
       coalesce((select json_agg(json_build_object('parentId', p.parent_id,
                                   'validFrom', p.valid_from, 'validTo', p.valid_to) order by p.valid_from)
                   from unit_parent p where p.unit_id = u.id), '[]') as parents,
       coalesce((select json_agg(json_build_object('tag', t.tag,
                                   'validFrom', t.valid_from, 'validTo', t.valid_to) order by t.tag, t.valid_from)
                   from unit_tag t where t.unit_id = u.id), '[]') as tags
  from unit u where u.id = any ($1)
