import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Furniture and devices of teams (Decree 40/2024/NĐ-CP Art. 4). Norms are data: the national table is shipped with
 * its article, a later decree closes its lines and brings its own. What the stored text of the decree does not tell
 * (beds of teams of 16 and more, stationery) has no line, and nothing is said of it.
 */
const statements = [
  `create table equipment_norm (
    item text not null,
    name text not null,
    unit text not null,
    size_from int not null,
    size_to int,
    per_member boolean not null default false,
    least int,
    most int,
    service_years int,
    source text not null,
    valid_from date not null,
    valid_to date,
    primary key (item, size_from, valid_from),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint equipment_norm_says_how_many
      check (per_member and least is null and most is null or not per_member and least <= most),
    constraint equipment_norm_is_one_for_a_size
      exclude using gist (item with =, int4range(size_from, size_to, '[]') with &&,
        daterange(valid_from, valid_to) with &&)
  )`,
  `create table equipment (
    id uuid primary key,
    item text not null,
    team_id uuid not null,
    workplace_id uuid,
    quantity int not null constraint equipment_is_some check (quantity > 0),
    received_on date not null,
    service_ends_on date,
    condition text not null default 'good'
      constraint equipment_condition_is_known check (condition in ('good', 'worn', 'broken')),
    note text not null default '',
    constraint team_not_found foreign key (team_id) references team (id),
    constraint workplace_not_found foreign key (workplace_id) references workplace (id),
    constraint equipment_serves_after_it_came check (service_ends_on > received_on)
  )`,
  `create index equipment_team on equipment (team_id)`,
  `create table equipment_withdrawal (
    id uuid primary key,
    equipment_id uuid not null,
    kind text not null
      constraint equipment_withdrawal_kind_is_known check (kind in ('return', 'write-off')),
    quantity int not null constraint equipment_is_some check (quantity > 0),
    withdrawn_on date not null,
    reason text not null default '',
    constraint equipment_not_found foreign key (equipment_id) references equipment (id)
  )`,
  `create index equipment_withdrawal_equipment on equipment_withdrawal (equipment_id)`,
  // the condition found on a day holds until the next finding
  `create table equipment_finding (
    equipment_id uuid not null,
    found_on date not null,
    condition text not null
      constraint equipment_condition_is_known check (condition in ('good', 'worn', 'broken')),
    primary key (equipment_id, found_on),
    constraint equipment_not_found foreign key (equipment_id) references equipment (id)
  )`,
  // what is there on a day, in the condition of that day
  `create function equipment_on(day date) returns table (id uuid, item text, team_id uuid,
     workplace_id uuid, quantity int, received_on date, service_ends_on date, condition text,
     note text, remaining int)
   language sql stable parallel safe as $$
     select e.id, e.item, e.team_id, e.workplace_id, e.quantity, e.received_on, e.service_ends_on,
            coalesce((select f.condition from equipment_finding f
                       where f.equipment_id = e.id and f.found_on <= day
                       order by f.found_on desc limit 1), e.condition),
            e.note,
            e.quantity - coalesce((select sum(w.quantity)::int from equipment_withdrawal w
                                    where w.equipment_id = e.id and w.withdrawn_on <= day), 0)
       from equipment e
      where e.received_on <= day
   $$`,
];

type Decree = {
  source: string;
  validFrom: string;
  serviceYears: number;
  bands: [number, number | null][];
  items: {
    item: string;
    name: string;
    unit: string;
    each: 'member' | ([number, number] | null)[];
  }[];
};

export class Equipment27 implements MigrationInterface {
  name = 'Equipment1760000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    const file = new URL('../equipment/decree-40.json', import.meta.url);
    const decree = JSON.parse(readFileSync(file, 'utf8')) as Decree;
    for (const line of linesOf(decree)) {
      await runner.query(
        `insert into equipment_norm (item, name, unit, size_from, size_to, per_member, least, most,
                                     service_years, source, valid_from)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        line,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('What teams were issued is not forgotten; restore a backup.');
  }
}

function linesOf({ source, validFrom, serviceYears, bands, items }: Decree): unknown[][] {
  return items.flatMap(({ item, name, unit, each }) =>
    bands.flatMap(([from, to], n) => {
      const due = each === 'member' ? [null, null] : each[n];
      if (!due) return [];
      const [least, most] = due;
      const perMember = each === 'member';
      return [
        [item, name, unit, from, to, perMember, least, most, serviceYears, source, validFrom],
      ];
    }),
  );
}
