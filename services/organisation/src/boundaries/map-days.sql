-- The versions of what is drawn, and the days on which that changes. Every table named here raises a version when it
-- is written, so that the days hold as long as the versions do.
select (select version from map_version where subject = 'outlines') as outlines,
       (select version from map_version where subject = 'points') as points,
       array(select valid_from from boundary union select valid_from from unit_version
             union select valid_to from boundary where valid_to is not null
             union select valid_to from unit_version where valid_to is not null
             order by 1)::text[] as "outlineDays",
       array(select valid_from from team_village union select valid_from from workplace
             union select valid_from from team_workplace
             union select valid_to from workplace_former_state
             union select valid_to from team_former_name
             union select founded_on from team
             union select dissolved_on from team where dissolved_on is not null
             union select valid_to from team_village where valid_to is not null
             union select valid_to from team_workplace where valid_to is not null
             union select valid_to from workplace where valid_to is not null
             union select valid_from from unit_parent
             union select valid_to from unit_parent where valid_to is not null
             order by 1)::text[] as "pointDays"
