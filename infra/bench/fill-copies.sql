-- Personnel's copies of what the fills before this one wrote into organisation's tables without telling anybody.
begin;
set local session_replication_role = replica;
set local search_path to personnel, public;
insert into unit (id, level) select id, level from organisation.unit on conflict do nothing;
insert into unit_version (unit_id, kind, code, name, valid_from, valid_to)
select unit_id, kind, code, name, valid_from, valid_to from organisation.unit_version on conflict do nothing;
insert into unit_parent (unit_id, parent_id, valid_from, valid_to)
select unit_id, parent_id, valid_from, valid_to from organisation.unit_parent on conflict do nothing;
insert into team (id, code, name, founded_on, dissolved_on)
select id, code, name, founded_on, dissolved_on from organisation.team;
insert into team_village (team_id, village_id, valid_from, valid_to)
select team_id, village_id, valid_from, valid_to from organisation.team_village;
select count(place_teams(array(select id from team)));
insert into quota (id, unit_id, number, teams, members, valid_from, valid_to)
select q.id, q.unit_id, i.number, q.teams, q.members, q.valid_from, q.valid_to
  from organisation.quota q join organisation.instrument i on i.id = q.instrument_id;
commit;
analyze;
