-- How much there is of what is copied.
select (select count(*) from unit) as units, (select count(*) from unit_version) as versions,
       (select count(*) from unit_parent) as parents, (select count(*) from unit_tag) as tags,
       (select count(*) from team) as teams, (select count(*) from team_village) as villages,
       (select count(*) from quota) as quotas, (select count(*) from transition) as surpluses
