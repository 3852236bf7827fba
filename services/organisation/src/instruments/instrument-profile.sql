-- What a document is tied to, its repeal and its corrections. $1 document
with link as (
  select r.kind, r.instrument_id, r.other_id, o.id,
         json_build_object('id', o.id, 'kind', o.kind, 'number', o.number, 'issuer', o.issuer,
           'title', o.title, 'status', o.status, 'signedOn', o.signed_on,
           'effectiveFrom', o.effective_from, 'effectiveTo', o.effective_to) as said,
         o.effective_from, o.number
    from instrument_relation r
    join instrument o
      on o.id = case when r.instrument_id = $1 then r.other_id else r.instrument_id end
   where $1 in (r.instrument_id, r.other_id)
), side as (
  select case when instrument_id = $1
              then case kind when 'based-on' then 'bases' else kind end
              else case kind when 'amends' then 'amendedBy' when 'replaces' then 'replacedBy'
                             else 'basisOf' end end as name,
         json_agg(said order by effective_from, number) as links
    from link group by 1
)
select (json_build_object('amends', '[]'::json)::jsonb
        || '{"amendedBy": [], "replaces": [], "replacedBy": [], "bases": [], "basisOf": []}'
        || coalesce((select jsonb_object_agg(name, links) from side), '{}')) as links,
       coalesce((select json_agg(json_build_object('id', t.unit_id, 'kind', v.kind, 'name', v.name,
                                                   'endedOn', v.valid_to) order by v.name)
          from instrument_territory t
          cross join lateral (
            select kind, name, valid_to from unit_version where unit_id = t.unit_id
             order by valid_from desc limit 1) v
         where t.instrument_id = $1), '[]') as units,
       (select json_build_object('on', p.repealed_on, 'reason', p.reason, 'by',
                 case when o.id is not null then
                   json_build_object('id', o.id, 'kind', o.kind, 'number', o.number,
                     'issuer', o.issuer, 'title', o.title, 'status', o.status,
                     'signedOn', o.signed_on, 'effectiveFrom', o.effective_from,
                     'effectiveTo', o.effective_to) end)
          from instrument_repeal p left join instrument o on o.id = p.by_id
         where p.instrument_id = $1) as repeal,
       coalesce((select json_agg(json_build_object('id', c.id, 'at', c.corrected_at,
                   'username', c.username, 'reason', c.reason, 'was', c.was, 'became', c.became)
                   order by c.corrected_at desc)
          from instrument_correction c where c.instrument_id = $1), '[]') as corrections
