import { connect, type NatsConnection } from '@nats-io/transport-node';
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client, Pool } from 'pg';
import { day } from './country.ts';
import type { Installation } from './installation.ts';
import { type Line, median, round, type Section } from './line.ts';
import { asker, during } from './requests.ts';

const profileSql = new URL(
  '../../services/organisation/src/units/unit-profile.sql',
  import.meta.url,
);
const rounds = 5;

type Parts = { query: number; trip: number; http: number; service: number; whole: number };

/**
 * What a request costs beyond its one statement, in bare round trips of the same bus: gateway, bus, service
 * and database with one client and with sixteen. The parts are measured on their own in the same turn.
 */
export async function measureRequest(
  installation: Installation,
  token: string,
  seconds: number,
): Promise<Section> {
  const echo = fork(fileURLToPath(new URL('./echo.ts', import.meta.url)), {
    env: { ...process.env, ECHO_URL: installation.bus('organisation') },
    execArgv: ['--conditions=antt-source'],
  });
  await new Promise((resolve) => echo.once('message', resolve));
  const { host, username, password } = new URL(installation.bus('gateway'));
  const bus = await connect({
    servers: host,
    user: username,
    pass: password,
    inboxPrefix: '_INBOX_gateway',
    noAsyncTraces: true,
  });
  try {
    const units = await communes(installation);
    const principal = await principalOf(bus, token);
    const lines: Line[] = [];
    const remarks: string[] = [];
    for (const { clients, bound, predicted } of [
      { clients: 1, bound: 5, predicted: '3.5' },
      { clients: 16, bound: 8, predicted: '6' },
    ]) {
      const turns: Parts[] = [];
      for (let turn = 0; turn < rounds; turn += 1) {
        turns.push(await oneTurn({ installation, token, bus, principal, units, clients, seconds }));
      }
      const of = (part: (turn: Parts) => number) => round(median(turns.map(part)));
      const beyond = of(({ whole, query }) => whole - query);
      lines.push({
        name: `request beyond its query, ${clients} client${clients > 1 ? 's' : ''}`,
        predicted,
        measured: beyond,
        raw: of(({ trip }) => trip),
        unit: 'ms',
        value: of(({ whole, query, trip }) => (whole - query) / trip),
        sense: 'at-most',
        bound,
        note: `GET /api/units/:id, median ${of(({ whole }) => whole)} ms, its query ${of(({ query }) => query)} ms`,
      });
      remarks.push(
        `Where the time of a request goes, ${clients} client(s), in bare round trips: ` +
          `browser to gateway and back ${of(({ http, trip }) => http / trip)}; ` +
          `bus and service without the query ${of(({ service, query, trip }) => (service - query) / trip)}; ` +
          `the rest of the gateway ${of(({ whole, http, service, trip }) => (whole - http - service) / trip)}; ` +
          `and the query itself ${of(({ query, trip }) => query / trip)}.`,
      );
    }
    return { lines, remarks };
  } finally {
    await bus.close();
    echo.disconnect();
  }
}

type Turn = {
  installation: Installation;
  token: string;
  bus: NatsConnection;
  principal: string;
  units: string[];
  clients: number;
  seconds: number;
};

async function oneTurn({ installation, token, bus, principal, units, clients, seconds }: Turn) {
  let next = 0;
  const unit = () => units[next++ % units.length]!;
  const latency = async (once: () => Promise<unknown>) =>
    median((await during(seconds, clients, async () => void (await once()))).latencies);
  const sql = await readFile(profileSql, 'utf8');
  const pool = new Pool({
    connectionString: installation.database('organisation'),
    max: Math.min(clients, 10),
  });
  const ask = asker(installation.url, token, clients);
  const { headers } = await import('@nats-io/transport-node');
  const asUser = headers();
  asUser.set('antt-principal', principal);
  const encoder = new TextEncoder();
  try {
    const query = await latency(() => pool.query(sql, [unit(), day]));
    const trip = await latency(() =>
      bus.request('organisation.bench-echo', new Uint8Array(200), { timeout: 5_000 }),
    );
    // Nothing behind the gateway is asked: the map's tag is known for a second, the tile not modified.
    const http = await latency(() => ask.get('/api/no-such-route'));
    const service = await latency(() =>
      bus.request(
        'organisation.unit.get',
        encoder.encode(JSON.stringify({ id: unit(), on: day })),
        {
          timeout: 5_000,
          headers: asUser,
        },
      ),
    );
    const whole = await latency(async () => {
      const { status } = await ask.get(`/api/units/${unit()}?on=${day}`);
      if (status !== 200) throw new Error(`A unit was answered with ${status}`);
    });
    return { query, trip, http, service, whole };
  } finally {
    ask.close();
    await pool.end();
  }
}

async function communes(installation: Installation): Promise<string[]> {
  const database = new Client({ connectionString: installation.database('organisation') });
  await database.connect();
  try {
    const { rows } = await database.query<{ id: string }>(
      `select unit_id as id from unit_version where level = 'commune' and list = '2025-03'
        order by md5(code) limit 2000`,
    );
    return rows.map(({ id }) => id);
  } finally {
    await database.end();
  }
}

/** What the gateway tells a service of the sender. */
async function principalOf(bus: NatsConnection, token: string): Promise<string> {
  const question = new TextEncoder().encode(JSON.stringify({ token }));
  const answer = await bus.request('identity.principal.resolve', question, { timeout: 5_000 });
  return JSON.stringify(answer.json<{ principal: unknown }>().principal);
}
