import { searchKey } from '@antt/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents are found as units are: by number and title without diacritics, in any letter case. */
export class InstrumentSearch7 implements MigrationInterface {
  name = 'InstrumentSearch1760000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table instrument add column search_key text not null default ''`);
    const documents: { id: string; number: string; title: string }[] = await runner.query(
      `select id, number, title from instrument`,
    );
    for (const { id, number, title } of documents) {
      const key = searchKey(`${number} ${title}`);
      await runner.query(`update instrument set search_key = $2 where id = $1`, [id, key]);
    }
  }

  async down(): Promise<void> {
    throw new Error('The search key is not taken back; restore a backup.');
  }
}
