-- Decisions about teams that shared villages, latest first. $1 communes (null = all), $2 cursor or null,
-- $3 limit, $4 one decision or null
with found as (
  select c.*, c.valid_from::text || ' ' || c.id as sort_key, count(*) over ()::int as total
    from consolidation c
   where ($1::uuid[] is null or c.commune_id = any ($1)) and ($4::uuid is null or c.id = $4)
), page as (
  select * from found where $2::text is null or sort_key < $2 order by sort_key desc limit $3
)
select p.id, p.valid_from as "on", p.status, p.sort_key, p.total, i.number, i.signed_on as "signedOn",
       json_build_object('id', b.id, 'number', b.number) as basis,
       (select json_build_object('id', v.unit_id, 'kind', v.kind, 'name', v.name)
          from unit_version v
         where v.unit_id = p.commune_id and v.valid_from <= p.valid_from
           and (v.valid_to is null or p.valid_from < v.valid_to)) as commune,
       (select json_agg(json_build_object(
                 -- by the names of the decision: what it began, and what it ended
                 'into', (select json_build_object('id', t ->> 'id', 'code', t ->> 'code', 'name', t ->> 'name')
                            from jsonb_array_elements(p.became -> 'team') t
                           where t ->> 'id' = g.body -> 'into' ->> 'id'),
                 'ended', coalesce((select json_agg(json_build_object('id', t ->> 'id', 'code', t ->> 'code',
                                                 'name', t ->> 'name') order by t ->> 'code')
                             from jsonb_array_elements(p.was -> 'team') t
                            where g.body -> 'teamIds' ? (t ->> 'id')
                              and t ->> 'id' <> g.body -> 'into' ->> 'id'), '[]'),
                 'choices', g.body -> 'choices') order by g.n)
          from jsonb_array_elements(p.command -> 'groups') with ordinality as g(body, n)) as groups
  from page p
  join instrument i on i.id = p.instrument_id
  join instrument b on b.id = p.based_on_id
 order by p.sort_key desc
