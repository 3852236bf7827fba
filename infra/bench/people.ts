import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { rosterColumns } from '../demo/roster.ts';
import { toCsv } from '../demo/csv.ts';
import { administrator, type Installation } from './installation.ts';
import { inDatabase, signedIn } from './before-reform.ts';
import { measureLatency } from './latency.ts';
import { type Line, median, round, type Section } from './line.ts';
import { asker, tokenOf } from './requests.ts';

const on = '2025-03-20';
const rows = 21_000;
/** What a roster writes, who is referred to first. */
const tables = ['decision', 'person', 'posting', 'roster_remark'];
const people = new URL('../../services/personnel/src/people/', import.meta.url);

/** A roster of 21,000 rows, then a country of 300,000 members: found by name, listed by team, told to organisation. */
export async function measurePeople(installation: Installation): Promise<Section> {
  const imported = await measureRoster(installation);
  await inPersonnel(installation, async (database) => {
    const fill = await readFile(new URL('./fill-people.sql', import.meta.url), 'utf8');
    await database.query(fill);
  });
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
    await writeFile(file, await inPersonnel(installation, rosterList));
    const began = performance.now();
    const { counts } = await client.import('roster', file);
    const measured = round((performance.now() - began) / 1_000);
    const raw = round(await inPersonnel(installation, (database) => copied(database, folder)));
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

function inPersonnel<T>(installation: Installation, work: (database: Client) => Promise<T>) {
  return inDatabase(installation, async (database) => {
    await database.query('set search_path to personnel, public');
    return work(database);
  });
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

const searches = [
  'nguyen',
  'hoa',
  'tran thi',
  'le van b',
  'pham duc hung',
  'khanh',
  'dung',
  'do ngoc',
];

/** The lists as pages ask for them beside their SQL run by a bare client; in turns. */
async function measureQuestions(installation: Installation): Promise<Line[]> {
  const listSql = await readFile(new URL('list-people.sql', people), 'utf8');
  const near = await readFile(new URL('people-near.sql', people), 'utf8');
  const nearSql = listSql.replace('from person someone', `from (${near}) someone`);
  const token = await tokenOf(
    installation.url,
    administrator.ADMIN_USERNAME,
    administrator.ADMIN_PASSWORD,
  );
  const ask = asker(installation.url, token, 1);
  try {
    return await inPersonnel(installation, async (database) => {
      const { rows: all } = await database.query<{ people: number }>(
        'select count(*)::int as people from person',
      );
      const { rows: teams } = await database.query<{ id: string }>(
        'select id from team order by id limit 24',
      );
      const turns = async (questions: { path: string; sql: string; values: unknown[] }[]) => {
        const [bare, whole]: [number[], number[]] = [[], []];
        for (let turn = 0; turn < 6; turn += 1) {
          for (const { path, sql, values } of questions) {
            const began = performance.now();
            await database.query(sql, values);
            const middle = performance.now();
            const { status } = await ask.get(path);
            const end = performance.now();
            if (status !== 200) throw new Error(`${path} was answered with ${status}`);
            // The first turn warms both.
            if (turn === 0) continue;
            bare.push(middle - began);
            whole.push(end - middle);
          }
        }
        return { bare, whole };
      };
      const values = (teamId: string | null, q: string | null) => [
        on,
        null,
        teamId,
        q,
        null,
        null,
        null,
        null,
        50,
        20_000,
      ];
      const found = await turns(
        searches.map((q) => ({
          path: `/api/people?on=${on}&limit=50&q=${encodeURIComponent(q)}`,
          sql: listSql,
          values: values(null, q),
        })),
      );
      const listed = await turns(
        teams.map(({ id }) => ({
          path: `/api/people?on=${on}&limit=50&teamId=${id}`,
          sql: nearSql,
          values: values(id, null),
        })),
      );
      const slowest = found.whole
        .toSorted((a, b) => a - b)
        .at(Math.ceil(found.whole.length * 0.95) - 1)!;
      const many = `${all[0]!.people} people`;
      return [
        {
          ...{ name: `search as one types, ${many}, 95 of 100`, predicted: '90' },
          ...{ measured: round(slowest), raw: null, unit: 'ms', value: round(slowest) },
          ...{ sense: 'at-most' as const, bound: 150 },
        },
        beside(`search as one types, ${many}`, '1.3', found),
        beside(`members of a team, ${many}`, '2.2', listed),
      ];
    });
  } finally {
    ask.close();
  }
}

function beside(
  name: string,
  predicted: string,
  { bare, whole }: { bare: number[]; whole: number[] },
): Line {
  const [measured, raw] = [round(median(whole)), round(median(bare))];
  return {
    ...{ name, predicted, measured, raw, unit: 'ms', value: round(measured / raw) },
    ...{ sense: 'at-most', bound: 3 },
  };
}
