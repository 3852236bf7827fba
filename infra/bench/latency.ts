import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Installation } from './installation.ts';
import { type Line, round } from './line.ts';

const rate = 200;
const seconds = 20;
const look = 10;

/**
 * How long after its commit in personnel a change of who serves stands in the figures of organisation: 200 postings
 * a second end or go on again, each in a transaction of its own, while the table that coverage counts is looked at.
 */
export async function measureLatency(installation: Installation): Promise<Line> {
  const [organisation, ...writers] = await Promise.all(
    ['organisation', ...Array<string>(8).fill('personnel')].map((role) =>
      connected(installation.database(role)),
    ),
  );
  try {
    const { rows } = await writers[0]!.query<{ id: string }>(
      'select id from posting where valid_to is null order by id limit $1',
      [rate * seconds],
    );
    const committed = new Map<string, number>();
    const latencies: number[] = [];
    const last = async () => {
      for (const id of await arrived(organisation!, [...committed.keys()])) {
        latencies.push(performance.now() - committed.get(id)!);
        committed.delete(id);
      }
    };
    let done = false;
    const watching = (async () => {
      const end = performance.now() + (seconds + 60) * 1_000;
      while (!done || committed.size > 0) {
        if (performance.now() > end) throw new Error(`${committed.size} changes never arrived`);
        await last();
        await sleep(look);
      }
    })();
    const began = performance.now();
    // By several at once, since a commit takes longer than the time until the next is due.
    const change = async (by: Client, turn: number) => {
      for (let n = turn; n < rows.length; n += writers.length) {
        const due = began + (n * 1_000) / rate;
        if (due > performance.now()) await sleep(due - performance.now());
        await by.query(`update posting set valid_to = '2026-01-01' where id = $1`, [rows[n]!.id]);
        committed.set(rows[n]!.id, performance.now());
      }
    };
    await Promise.all(writers.map(change));
    const reached = Math.round((rows.length * 1_000) / (performance.now() - began));
    done = true;
    await watching;
    const slowest = latencies.toSorted((a, b) => a - b).at(Math.ceil(latencies.length * 0.99) - 1)!;
    return {
      name: `a posting that ends, until coverage counts it, at ${reached} a second, 99 of 100`,
      predicted: '300',
      measured: round(slowest),
      raw: null,
      unit: 'ms',
      value: round(slowest),
      sense: 'at-most',
      bound: 1_000,
      note: `${latencies.length} changes, none lost; looked at every ${look} ms`,
    };
  } finally {
    await Promise.all([organisation, ...writers].map((client) => client!.end()));
  }
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

async function arrived(organisation: Client, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await organisation.query<{ id: string }>(
    'select id from serving where id = any ($1::uuid[]) and valid_to is not null',
    [ids],
  );
  return rows.map(({ id }) => id);
}
