import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The villages of 2026 (Decree 185/2026/NĐ-CP): a resolution for each commune, the size that a village should
 * have, and what the check of a file found out besides its rows.
 */
const statements = [
  `create table reorganisation_instrument (
    reorganisation_id uuid not null,
    commune_id uuid not null,
    instrument_id uuid not null,
    primary key (reorganisation_id, commune_id),
    constraint reorganisation_not_found
      foreign key (reorganisation_id) references reorganisation (id),
    constraint unit_not_found foreign key (commune_id) references unit (id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id)
  )`,
  // Decree 185/2026/NĐ-CP Art. 10 (law BR-88): below it a village is shown as small, and never refused.
  `create table village_standard (
    kind text not null,
    households int not null,
    source text not null,
    valid_from date not null,
    valid_to date,
    primary key (kind, valid_from),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint kind_has_one_standard_a_day
      exclude using gist (kind with =, daterange(valid_from, valid_to) with &&)
  )`,
  `insert into village_standard (kind, households, source, valid_from)
   values ('thôn', 150, '185/2026/NĐ-CP', '2026-05-26'),
          ('tổ dân phố', 300, '185/2026/NĐ-CP', '2026-05-26')`,
  `create table job_effects (
    job_id text primary key,
    effects jsonb not null,
    constraint job_not_found foreign key (job_id) references job (id) on delete cascade
  )`,
];

export class VillageReform36 implements MigrationInterface {
  name = 'VillageReform1760000000036';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The history of the villages is not taken back; restore a backup.');
  }
}
