import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // Who recorded the appraisal, and what a decision grants: provinces set the levels (Decree 40/2024 Art. 5.3, 6).
  `alter table claim
     add column appraiser text,
     add column amount bigint,
     add constraint claim_amount_is_of_something check (amount > 0),
     add constraint claim_refused_has_no_amount check (amount is null or outcome is not distinct from 'granted')`,
];

export class ClaimAmount62 implements MigrationInterface {
  name = 'ClaimAmount1770000000062';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was granted is kept; restore a backup.');
  }
}
