-- Records the decisions that the staged rows name, each once; without an issuer it is that of the chair of the
-- commune concerned (Law 30/2023/QH15 Art. 14.5), with what lies over it, since names of communes repeat.
-- The rows then know their decision.
with named as (
  select r.n, r.number, r.signed_on, r.commune_id,
         coalesce(r.issuer, concat_ws(', ', 'Chủ tịch UBND ' || v.kind || ' ' || v.name,
                                      above.kind || ' ' || above.name)) as issuer
    from roster_row r
    join unit_version v on v.unit_id = r.commune_id
     and v.valid_from <= r.valid_from and (v.valid_to is null or r.valid_from < v.valid_to)
    left join unit_parent p on p.unit_id = r.commune_id
     and p.valid_from <= r.valid_from and (p.valid_to is null or r.valid_from < p.valid_to)
    left join unit_version above on above.unit_id = p.parent_id
     and above.valid_from <= r.valid_from and (above.valid_to is null or r.valid_from < above.valid_to)
   where r.number is not null
), added as (
  insert into decision (id, issuer, number, signed_on, commune_id)
  select fact_id(), issuer, number, signed_on, commune_id
    from (select distinct on (issuer, number, signed_on) issuer, number, signed_on, commune_id
            from named order by issuer, number, signed_on, commune_id) once
  on conflict on constraint decision_is_named_once do nothing
  returning id, issuer, number, signed_on
)
select n.n, coalesce(a.id, d.id) as "decisionId"
  from named n
  left join added a on (a.issuer, a.number, a.signed_on) = (n.issuer, n.number, n.signed_on)
  left join decision d on (d.issuer, d.number, d.signed_on) = (n.issuer, n.number, n.signed_on)
