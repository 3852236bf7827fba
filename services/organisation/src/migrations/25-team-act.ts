import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Acts of the commune's chair on teams (Law 30/2023/QH15 Art. 14.5, 17). A team's row says what it is called
 * since its last naming; what it was called before stands beside it with its days, so that a team never renamed
 * (nearly every one of a hundred thousand imported) costs nothing more.
 */
const statements = [
  `create table team_former_name (
    team_id uuid not null,
    name text not null,
    valid_from date not null,
    valid_to date not null,
    primary key (team_id, valid_from),
    constraint team_not_found foreign key (team_id) references team (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint team_has_one_name_a_day
      exclude using gist (team_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create function team_name_on(team uuid, day date) returns text language sql stable parallel safe as $$
     select coalesce(
       (select f.name from team_former_name f
         where f.team_id = team and f.valid_from <= day and day < f.valid_to),
       (select t.name from team t where t.id = team))
   $$`,
  `create table team_act (
    id uuid primary key,
    kind text not null constraint team_act_kind_is_known
      check (kind in ('found', 'rename', 'change-area', 'merge', 'dissolve')),
    team_id uuid not null,
    valid_from date not null,
    instrument_id uuid not null,
    based_on_id uuid,
    name text,
    accepted text[] not null default '{}',
    reason text not null default '',
    constraint team_not_found foreign key (team_id) references team (id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint based_on_instrument_not_found foreign key (based_on_id) references instrument (id),
    constraint team_acceptance_without_reason
      check (cardinality(accepted) = 0 or reason <> '')
  )`,
  `create index team_act_team on team_act (team_id, valid_from)`,
  // the teams that end in a merger
  `create table team_act_ended (
    act_id uuid not null,
    team_id uuid not null,
    primary key (act_id, team_id),
    constraint team_act_not_found foreign key (act_id) references team_act (id),
    constraint team_not_found foreign key (team_id) references team (id)
  )`,
  `create index team_act_ended_team on team_act_ended (team_id)`,
];

export class TeamAct25 implements MigrationInterface {
  name = 'TeamAct1760000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Acts on teams are not taken back; restore a backup.');
  }
}
