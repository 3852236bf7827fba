-- The last day before the end of a year on which something that money depends on is known to begin or end. $1 the day
-- from which one asks, $2 first day after the year
select max(day)::text as day
  from (select valid_from as day from posting union all select valid_to from posting
        union all select valid_from from absence union all select valid_to from absence
        union all select valid_from from person_detail where withdrawn_at is null
        union all select valid_to from person_detail where withdrawn_at is null
        union all select valid_from from team_village union all select valid_to from team_village
        union all select valid_from from team_commune union all select valid_to from team_commune
        union all select valid_from from unit_tag union all select valid_to from unit_tag
        union all select valid_from from unit_version union all select valid_to from unit_version
        union all select valid_from from unit_parent union all select valid_to from unit_parent
        union all select valid_from from rate_value union all select valid_to from rate_value
        union all select valid_from from policy where status = 'adopted'
        union all select valid_to from policy where status = 'adopted') known
 where day > $1 and day < $2
