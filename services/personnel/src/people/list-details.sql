-- Details of a person and of the records merged into it, its own first. $1 person, $2 day (null = all),
-- $3 kinds
select d.id, d.person_id as "personId", d.kind, d.content, d.sealed, d.valid_from as "validFrom",
       d.valid_to as "validTo", d.withdrawn_at is not null as withdrawn,
       coalesce((select json_agg(json_build_object('content', c.content, 'sealed', encode(c.sealed, 'base64'),
                         'validFrom', c.valid_from, 'validTo', c.valid_to, 'reason', c.reason,
                         'by', c.corrected_by, 'at', c.corrected_at) order by c.corrected_at desc)
                   from person_detail_correction c where c.detail_id = d.id), '[]') as corrections
  from person_records($1) r
  join person_detail d on d.person_id = r.id
 where d.kind = any ($3)
   and ($2::date is null or d.withdrawn_at is null
        and d.valid_from <= $2 and (d.valid_to is null or $2 < d.valid_to))
 order by d.kind, r.steps, d.valid_from desc, d.id
