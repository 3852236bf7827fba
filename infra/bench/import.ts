import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { inDatabase, signedIn } from './before-reform.ts';
import type { Installation } from './installation.ts';
import { type Line, round, type Section } from './line.ts';

/** What an import of teams writes, who is referred to first. */
const tables = ['team', 'team_village'];

/**
 * A list of 100,350 teams through the import, from the upload to the end of the job, beside COPY of the very rows
 * that it wrote into the same tables with all their constraints.
 */
export async function measureImport(installation: Installation): Promise<Section> {
  const client = await signedIn(installation);
  const folder = await mkdtemp(join(tmpdir(), 'antt-bench-'));
  try {
    // the database server, which may run as another user, writes and reads here
    await chmod(folder, 0o777);
    const file = join(folder, 'teams.csv');
    await writeFile(file, await inDatabase(installation, teamList));
    const began = performance.now();
    const { counts } = await client.import('teams', file, {});
    const measured = round((performance.now() - began) / 1_000);
    const raw = round(await inDatabase(installation, (database) => copied(database, folder)));
    const line: Line = {
      name: `${counts.added} team rows imported`,
      predicted: '2',
      measured,
      raw,
      unit: 's',
      value: round(measured / raw),
      sense: 'at-most',
      bound: 4,
      note: 'upload, reading, checks and writing, beside COPY of the same rows',
    };
    return { lines: [line] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function teamList(database: Client): Promise<string> {
  const { rows } = await database.query<{ code: string; name: string }>(
    `select code, name from unit_version where level = 'village' order by code`,
  );
  const lines = rows.map(
    ({ code, name }) => `T${code},Tổ bảo vệ ANTT ${name},${code},2025-03-15,12/QĐ-UBND,2025-03-10`,
  );
  return ['Mã tổ,Tên tổ,Mã thôn,Ngày thành lập,Số quyết định,Ngày quyết định', ...lines].join('\n');
}

/**
 * Seconds to put the rows there once more by COPY, every constraint looked at; whether teams cover one commune is
 * asked once for all of them, as the import does (asked row by row COPY alone takes longer than the import).
 */
async function copied(database: Client, folder: string): Promise<number> {
  const fileOf = (table: string) => join(folder, `${table}.copy`).replaceAll("'", "''");
  for (const table of tables) await database.query(`copy ${table} to '${fileOf(table)}'`);
  await database.query(`truncate ${tables.join(', ')} cascade`);
  const began = performance.now();
  await database.query('begin');
  await database.query(`select set_config('antt.checks_teams', 'once', true)`);
  for (const table of tables) await database.query(`copy ${table} from '${fileOf(table)}'`);
  await database.query('select team_covers_one_commune(array(select id from team))');
  await database.query('commit');
  return (performance.now() - began) / 1_000;
}
