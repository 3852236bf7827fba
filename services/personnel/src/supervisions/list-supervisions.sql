-- Supervisions of an area as on a day. $1 day, $2 scope (null = all), $3 within (null = all), $4 id, $5 how many
select s.id, s.person_id as "personId", p.name as "personName", s.commune_id as "communeId",
       s.received_on as "receivedOn", s.proposed_on as "proposedOn", s.valid_from as "validFrom",
       s.valid_to as "validTo", s.follows_id as "followsId",
       json_build_object('id', d.id, 'number', d.number, 'signedOn', d.signed_on, 'issuer', d.issuer) as decision,
       array(select quarter from supervision_report r where r.supervision_id = s.id order by quarter) as reported,
       (s.valid_to is null or $1 < s.valid_to) and not exists (
         select from posting o
          where o.person_id = s.person_id and o.valid_from <= $1 and (o.valid_to is null or $1 < o.valid_to)
       ) as "needsReplacement",
       (count(*) over ())::int as total
  from supervision s
  join person p on p.id = s.person_id
  join decision d on d.id = s.decision_id
 where ($2::uuid[] is null or s.commune_id = any ($2))
   and ($3::uuid[] is null or s.commune_id = any ($3))
   and ($4::uuid is null or s.id = $4)
 order by s.valid_to is not null, s.valid_from desc, s.id
 limit $5
