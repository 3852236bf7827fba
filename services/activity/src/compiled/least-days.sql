-- Days that a period must have in a round ($1) to count there: as its scores are reckoned, else those of half a month.
select coalesce(min((t.document ->> 'leastDays')::int), 15) as days
  from campaign_round r
  join score_template t on t.campaign_id = r.campaign_id
 where r.id = $1
   and t.version = (select max(version) from score_template n
                     where n.campaign_id = t.campaign_id and n.subject = t.subject)
