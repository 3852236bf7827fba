-- Whoever may be of a team ($3) or of communes ($2): was ever posted there, or is kept there. The day decides later.
select p.* from person p
 where p.id in (
   select person_id from posting where $3::uuid is not null and team_id = $3
   union all
   select po.person_id from team_commune tc join posting po on po.team_id = tc.team_id
    where $3::uuid is null and tc.commune_id = any ($2::uuid[])
   union all
   select id from person where $3::uuid is null and commune_id = any ($2::uuid[]))
