import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { rosterColumns } from '../demo/roster.ts';
import { toCsv } from '../demo/csv.ts';
import type { Installation } from './installation.ts';
import { inDatabase, signedIn } from './before-reform.ts';
import { measureLatency } from './latency.ts';
import { type Line, round, type Section } from './line.ts';
import { measureQuestions } from './people-questions.ts';

const rows = 21_000;
/** What a roster writes, who is referred to first. */
const tables = ['decision', 'person', 'posting', 'roster_remark'];

/** A roster of 21,000 rows, then a country of 300,000 members: found by name, listed by team, told to organisation. */
export async function measurePeople(installation: Installation): Promise<Section> {
  const imported = await measureRoster(installation);
  await inDatabase(
    installation,
    async (database) => {
      const fill = await readFile(new URL('./fill-people.sql', import.meta.url), 'utf8');
      await database.query(fill);
    },
    'personnel',
  );
  return {
    lines: [
      imported,
      ...(await measureQuestions(installation)),
      await measureLatency(installation),
    ],
  };
}

/** Upload, reading, checks and writing beside COPY of the very rows that were written, every constraint looked at. */
async function measureRoster(installation: Installation): Promise<Line> {
  const client = await signedIn(installation);
  const folder = await mkdtemp(join(tmpdir(), 'antt-bench-'));
  try {
    // the database server, which may run as another user, writes and reads here
    await chmod(folder, 0o777);
    const file = join(folder, 'roster.csv');
    await writeFile(file, await inDatabase(installation, rosterList, 'personnel'));
    const began = performance.now();
    const { counts } = await client.import('roster', file);
    const measured = round((performance.now() - began) / 1_000);
    const raw = round(
      await inDatabase(installation, (database) => copied(database, folder), 'personnel'),
    );
    return {
      name: `${counts.people} people of a roster imported`,
      predicted: '4',
      measured,
      raw,
      unit: 's',
      value: round(measured / raw),
      sense: 'at-most',
      bound: 6,
      note: `COPY of the same ${rows} rows of people and of postings with their decisions`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rosterList(database: Client): Promise<string> {
  const { rows: teams } = await database.query<{ code: string }>(
    'select code from team order by code limit $1',
    [rows / 3],
  );
  const seats = ['Tổ trưởng', 'Tổ phó', 'Tổ viên'] as const;
  const given = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hòa', 'Hùng'];
  const list = teams.flatMap(({ code }, team) =>
    seats.map((seat, place) => {
      const n = team * 3 + place;
      return {
        ...Object.fromEntries(rosterColumns.map((column) => [column, null])),
        'Mã Tổ': code,
        'Chức danh': seat,
        'Họ và tên': `Đo Tốc ${given[n % 10]}`,
        'Ngày sinh': `${1970 + (n % 30)}-0${1 + (n % 9)}-1${n % 10}`,
        'Giới tính': n % 2 === 0 ? 'Nam' : 'Nữ',
        'Số CCCD': `024${String(n % 2)}${String(n).padStart(8, '0')}`,
        'Từ ngày': '2025-03-15',
        'Số quyết định': `${1 + Math.floor(team / 10)}/QĐ-UBND`,
        'Ngày quyết định': '2025-03-10',
        'Trình độ học vấn': '12/12',
        'Ghi chú': 'đo tốc độ',
      } as Record<(typeof rosterColumns)[number], string | null>;
    }),
  );
  return toCsv(rosterColumns, list);
}

/** Seconds to put the rows there once more by COPY. What is told of postings is not told twice. */
async function copied(database: Client, folder: string): Promise<number> {
  const fileOf = (table: string) => join(folder, `${table}.copy`).replaceAll("'", "''");
  for (const table of tables) await database.query(`copy ${table} to '${fileOf(table)}'`);
  await database.query(`truncate ${tables.join(', ')} cascade`);
  const began = performance.now();
  await database.query('begin');
  for (const table of tables) await database.query(`copy ${table} from '${fileOf(table)}'`);
  await database.query('commit');
  return (performance.now() - began) / 1_000;
}
