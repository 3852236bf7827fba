import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Value = string | number;

/** A statement with `$1…` and the lists of values of which each run draws one. */
export type Script = { sql: string; draws: Value[][] };

/** Runs a second of a statement, prepared once by each of so many clients. */
export async function pgbench(
  url: string,
  script: Script,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'antt-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, textOf(script));
    const { hostname, port, username, password, pathname } = new URL(url);
    const args = ['-n', '-M', 'prepared', '-c', clients, '-j', 1, '-T', seconds, '-h', hostname];
    const more = ['-p', port, '-U', username, '-f', file];
    const output = await run(
      [...args, ...more, pathname.slice(1)].map(String),
      decodeURIComponent(password),
    );
    const rate = /tps = ([\d.]+)/.exec(output)?.[1];
    if (!rate) throw new Error(`pgbench measured nothing:\n${output}`);
    return Number(rate);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Numbers become parameters, drawn for each run; texts are the same in every draw and stand in the statement.
 * One script for all draws: as many scripts would each be planned anew on every connection.
 */
function textOf({ sql, draws }: Script): string {
  const first = draws[0]!;
  const numbers = first.flatMap((value, column) =>
    typeof value === 'number' ? [`\\set p${column + 1} ${drawn(draws, column)}`] : [],
  );
  const statement = sql
    .split('\n')
    .filter((line) => !line.trim().startsWith('--'))
    .join('\n')
    .replace(/\$(\d+)/g, (_, n: string) => {
      const value = first[Number(n) - 1];
      return typeof value === 'number' ? `:p${n}` : `'${value}'`;
    })
    .trim();
  return [`\\set draw random(1, ${draws.length})`, ...numbers, `${statement};`, ''].join('\n');
}

function drawn(draws: Value[][], column: number): string {
  const cases = draws.map((values, n) => `when :draw = ${n + 1} then ${values[column]}`);
  return `case ${cases.join(' ')} end`;
}

function run(args: string[], password: string): Promise<string> {
  const own = process.env.TEST_PG_BIN && join(process.env.TEST_PG_BIN, 'pgbench');
  const program = own && existsSync(own) ? own : 'pgbench';
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, PGPASSWORD: password } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
