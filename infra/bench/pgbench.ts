import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A statement with `$1…` and the values it is run with, written as pgbench reads them. */
export type Script = { sql: string; values: (string | number)[] };

/** Transactions a second of scripts drawn at random, prepared, by so many clients. */
export async function pgbench(
  url: string,
  scripts: Script[],
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'antt-pgbench-'));
  try {
    const files = await Promise.all(
      scripts.map(async (script, n) => {
        const file = join(folder, `${n}.sql`);
        await writeFile(file, textOf(script));
        return file;
      }),
    );
    const { hostname, port, username, password, pathname } = new URL(url);
    const args = ['-n', '-M', 'prepared', '-c', clients, '-j', 1, '-T', seconds, '-h', hostname];
    const more = ['-p', port, '-U', username, ...files.flatMap((file) => ['-f', file])];
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

/** Numbers become parameters of the prepared statement; texts stand in it as they are. */
function textOf({ sql, values }: Script): string {
  const numbers = values.flatMap((value, n) =>
    typeof value === 'number' ? [`\\set p${n + 1} ${value}`] : [],
  );
  const statement = sql
    .split('\n')
    .filter((line) => !line.trim().startsWith('--'))
    .join('\n')
    .replace(/\$(\d+)/g, (_, n: string) => {
      const value = values[Number(n) - 1];
      return typeof value === 'number' ? `:p${n}` : `'${value}'`;
    })
    .trim();
  return `${numbers.join('\n')}\n${statement};\n`;
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
