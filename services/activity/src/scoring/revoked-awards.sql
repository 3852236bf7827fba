-- Awards that were revoked after a ratified round's results were kept which counted them, or what they fed (reporting BR-75).
-- $1 round, $2 award (null = all)
select c.id as "campaignId", c.name as "campaignName", r.id as "roundId", r.name as "roundName", a.id as "awardId",
       k.subject, k.subject_id as "subjectId", k.name, a.revoked_on as "revokedOn"
  from award a
  join round_revision v on v.ratified_at between a.approved_at and a.revoked_at
  join campaign_round r on r.id = v.round_id and r.revision = v.revision
  join campaign c on c.id = r.campaign_id
  join round_result k on k.round_id = r.id and k.revision = r.revision and k.subject_id in (a.team_id, a.unit_id)
 where a.state = 'revoked' and ($1::uuid is null or r.id = $1) and ($2::uuid is null or a.id = $2)
   and (exists (select from award_credit w
                 where w.round_id = r.id and w.award_id = a.id and w.subject_id = k.subject_id)
     or (a.decided_on between r.from_on and r.to_on and exists (
           select from achievement h cross join lateral award_feeds_on(a.decided_on, a.unit_id) f
            where h.id = a.achievement_id and h.subject = any (f.subjects) and h.kind = any (f.achievements)
              and a.authority = any (f.authorities)
              and exists (select from jsonb_array_elements(k.items) i where i.value ->> 'indicator' = f.code))))
 order by a.revoked_on, k.name, r.id
