import { readFile } from 'node:fs/promises';
import { inDatabase } from './before-reform.ts';
import { administrator, type Installation } from './installation.ts';
import { type Line, median, round } from './line.ts';
import { asker, tokenOf } from './requests.ts';

const on = '2025-03-20';
const folder = new URL('../../services/personnel/src/people/', import.meta.url);
const rounds = 5;
/** Family names, given names that stand together in the order, and what is typed of whole names. */
const searches = [
  'n',
  'nguyen',
  'hoa',
  'tran thi',
  'le van b',
  'pham duc hung',
  'khanh',
  'dung',
  'do ngoc',
];
const counting = `select count(*) from (select 1 from person
  where merged_into is null and search_key like '%' || $1 || '%' limit 20000) few`;

type Question = { path: string; statements: [string, unknown[]][] };
type Times = { bare: number[]; whole: number[] };

/** The lists of people as pages ask for them beside their SQL run by a bare client; in turns. */
export async function measureQuestions(installation: Installation): Promise<Line[]> {
  const list = await readFile(new URL('list-people.sql', folder), 'utf8');
  const from = async (source: string) =>
    list.replace(
      'from person someone',
      `from (${await readFile(new URL(`people-${source}.sql`, folder), 'utf8')}) someone`,
    );
  const [found, near] = [await from('found'), await from('near')];
  const values = (teamId: string | null, q: string | null, counts: number) => [
    ...[on, null, teamId, q],
    ...[null, null, null, null, 50, counts],
  ];
  const { ADMIN_USERNAME, ADMIN_PASSWORD } = administrator;
  const token = await tokenOf(installation.url, ADMIN_USERNAME, ADMIN_PASSWORD);
  const ask = asker(installation.url, token, 1);
  try {
    return await inDatabase(
      installation,
      async (database) => {
        const number = async (sql: string, given: unknown[] = []) =>
          Number((await database.query<{ count: string }>(sql, given)).rows[0]!.count);
        const timed = async (questions: Question[]): Promise<Times> => {
          const times: Times = { bare: [], whole: [] };
          for (let turn = 0; turn <= rounds; turn += 1) {
            for (const { path, statements } of questions) {
              const began = performance.now();
              for (const [sql, given] of statements) await database.query(sql, given);
              const middle = performance.now();
              const { status } = await ask.get(path);
              const end = performance.now();
              if (status !== 200) throw new Error(`${path} was answered with ${status}`);
              // The first turn warms both.
              if (turn === 0) continue;
              times.bare.push(middle - began);
              times.whole.push(end - middle);
            }
          }
          return times;
        };
        const questions: Question[] = [];
        for (const q of searches) {
          // As the service chooses: few are put in order, of very many the order of all is walked.
          const few = (await number(counting, [q])) < 20_000;
          questions.push({
            path: `/api/people?on=${on}&limit=50&q=${encodeURIComponent(q)}`,
            statements: [
              [counting, [q]],
              [few ? found : list, values(null, q, 0)],
            ],
          });
        }
        const searched = await timed(questions);
        const { rows: teams } = await database.query<{ id: string }>(
          'select id from team order by id limit 24',
        );
        const listed = await timed(
          teams.map(({ id }) => ({
            path: `/api/people?on=${on}&limit=50&teamId=${id}`,
            statements: [[near, values(id, null, 20_000)]],
          })),
        );
        const many = `${await number('select count(*) from person')} people`;
        return [
          slowest(`search as one types, ${many}, 95 of 100`, searched),
          beside(`search as one types, ${many}`, '1.3', searched),
          beside(`members of a team, ${many}`, '2.2', listed),
        ];
      },
      'personnel',
    );
  } finally {
    ask.close();
  }
}

function slowest(name: string, { whole }: Times): Line {
  const value = round(whole.toSorted((a, b) => a - b).at(Math.ceil(whole.length * 0.95) - 1)!);
  return {
    ...{ name, predicted: '90', measured: value, raw: null, unit: 'ms', value },
    ...{ sense: 'at-most', bound: 150 },
  };
}

function beside(name: string, predicted: string, { bare, whole }: Times): Line {
  const [measured, raw] = [round(median(whole)), round(median(bare))];
  return {
    ...{ name, predicted, measured, raw, unit: 'ms', value: round(measured / raw) },
    ...{ sense: 'at-most', bound: 3 },
  };
}
