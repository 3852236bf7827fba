import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a workplace is and where, by the day. Its row says it since the last change; what was before stands beside it
 * with its days, as with the names of teams.
 */
const facts = ['name', 'kind', 'address', 'village_id', 'level', 'point'];
const more = ['tenure', 'tenure_until', 'condition', 'area_m2'];
const asOf = (column: string) =>
  `case when f.workplace_id is null then w.${column} else f.${column} end`;

const statements = [
  `alter table workplace
     add column tenure text constraint workplace_tenure_is_known
       check (tenure in ('owned', 'borrowed', 'rented')),
     add column tenure_until date,
     add column condition text constraint workplace_condition_is_known
       check (condition in ('good', 'worn', 'poor')),
     add column area_m2 float8 constraint workplace_area_is_positive check (area_m2 > 0)`,
  `create table workplace_former_state (
    workplace_id uuid not null,
    valid_from date not null,
    valid_to date not null,
    name text not null,
    kind text not null,
    address text not null,
    village_id uuid not null,
    level text not null default 'village',
    point geometry(Point, 4326) not null,
    tenure text,
    tenure_until date,
    condition text,
    area_m2 float8,
    primary key (workplace_id, valid_from),
    constraint workplace_not_found foreign key (workplace_id) references workplace (id),
    constraint unit_not_found foreign key (village_id, level) references unit (id, level),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint workplace_has_one_state_a_day
      exclude using gist (workplace_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create function workplace_on(day date) returns setof workplace
   language sql stable parallel safe as $$
     select w.id, w.code, ${facts.map(asOf).join(', ')}, w.valid_from, w.valid_to,
            ${more.map(asOf).join(', ')}
       from workplace w
       left join workplace_former_state f on f.workplace_id = w.id
        and f.valid_from <= day and day < f.valid_to
      where w.valid_from <= day and (w.valid_to is null or day < w.valid_to)
   $$`,
];

export class WorkplaceState26 implements MigrationInterface {
  name = 'WorkplaceState1760000000026';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Former states of workplaces are not forgotten; restore a backup.');
  }
}
