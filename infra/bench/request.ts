import { connect, type NatsConnection } from '@nats-io/transport-node';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { type Line, median, round, type Section } from './line.ts';
import { asker, during } from './requests.ts';

/** The lightest question that goes all the way, so that the way is measured and not the statement. */
const light = {
  path: '/api/views',
  subject: 'identity.view.list',
  sql: 'select id, account_id, page, name, search from view where account_id = $1 order by page, name, id',
};
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
    const principal = await principalOf(bus, token);
    const lines: Line[] = [];
    const remarks: string[] = [];
    for (const { clients, bound, predicted } of [
      { clients: 1, bound: 5, predicted: '3.5' },
      { clients: 16, bound: 8, predicted: '6' },
    ]) {
      const turns: Parts[] = [];
      for (let turn = 0; turn < rounds; turn += 1) {
        turns.push(await oneTurn({ installation, token, bus, principal, clients, seconds }));
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
        note: `GET ${light.path}, median ${of(({ whole }) => whole)} ms, its query ${of(({ query }) => query)} ms`,
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
  clients: number;
  seconds: number;
};

async function oneTurn({ installation, token, bus, principal, clients, seconds }: Turn) {
  const { accountId } = JSON.parse(principal) as { accountId: string };
  const latency = async (once: () => Promise<unknown>) =>
    median((await during(seconds, clients, async () => void (await once()))).latencies);
  const pool = new Pool({
    connectionString: installation.database('identity'),
    max: Math.min(clients, 10),
  });
  const ask = asker(installation.url, token, clients);
  const { headers } = await import('@nats-io/transport-node');
  const asUser = headers();
  asUser.set('antt-principal', principal);
  const encoder = new TextEncoder();
  try {
    const query = await latency(() => pool.query(light.sql, [accountId]));
    const trip = await latency(() =>
      bus.request('organisation.bench-echo', new Uint8Array(200), { timeout: 5_000 }),
    );
    // The gateway answers this by itself.
    const http = await latency(() => ask.get('/api/no-such-route'));
    const service = await latency(() =>
      bus.request(light.subject, encoder.encode('{}'), { timeout: 5_000, headers: asUser }),
    );
    const whole = await latency(async () => {
      const { status } = await ask.get(light.path);
      if (status !== 200) throw new Error(`${light.path} was answered with ${status}`);
    });
    return { query, trip, http, service, whole };
  } finally {
    ask.close();
    await pool.end();
  }
}

/** What the gateway tells a service of the sender. */
async function principalOf(bus: NatsConnection, token: string): Promise<string> {
  const question = new TextEncoder().encode(JSON.stringify({ token }));
  const answer = await bus.request('identity.principal.resolve', question, { timeout: 5_000 });
  return JSON.stringify(answer.json<{ principal: unknown }>().principal);
}
