import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { settled } from './ledger.ts';
import { Platform } from './platform.ts';
import { sendCommands } from './command-stream.ts';
import { layOut, type QuotaCommand, type Territory } from './territory.ts';
import { probe } from './probe.ts';

/** The full measure is a minute; every test run makes do with less. */
const secondsAway = Number(process.env.ANTT_BUS_AWAY_SECONDS ?? 6);

/** The quotas of one commune follow each other. */
const ofCommunes = { route: '/quotas', lineOf: ({ unitId }: QuotaCommand) => unitId };

let platform: Platform;
let territory: Territory;
beforeAll(async () => {
  platform = await Platform.start();
  territory = await layOut(platform);
}, 240_000);
afterAll(() => platform?.stop(), 60_000);

const verification = () =>
  territory.client.get<{ intact: boolean; entries: number }>('/audit/verification');

test('of 2,000 quotas set while services and bus are killed, each acknowledged one is there exactly once', async () => {
  const commands = territory.quotas(2_000);
  // Early enough that the stream goes on through every restart; the receiver of the facts dies as well.
  const deaths = new Map<number, () => Promise<unknown>>([
    [250, () => platform.kill('organisation')],
    [600, () => platform.kill('nats')],
    [950, () => Promise.all([platform.kill('organisation'), platform.kill('nats')])],
    [1_300, () => platform.kill('identity')],
    [1_600, () => platform.kill('organisation')],
  ]);
  const killings: Promise<unknown>[] = [];
  const outcome = await sendCommands(commands, {
    ...ofCommunes,
    url: platform.url,
    token: territory.token,
    onAcknowledged: (count) => {
      const kill = deaths.get(count);
      if (kill) killings.push(kill());
    },
  });
  expect((await Promise.allSettled(killings)).map(({ status }) => status)).toEqual(
    Array(deaths.size).fill('fulfilled'),
  );
  expect(outcome.refused).toEqual([]);
  expect(new Set(outcome.acknowledged).size).toBe(2_000);
  // Otherwise nobody was killed in the middle of anything.
  expect(Object.keys(outcome.retried).length).toBeGreaterThan(0);

  const ledger = await settled(platform.db, commands);
  expect(ledger).toMatchObject({ kept: 2_000, told: 2_000, toldOnce: 2_000 });
  expect(ledger).toMatchObject({ audited: ledger.facts, auditedOnce: ledger.facts, parked: 0 });
  expect(ledger.tornPeriods).toBe(0);
  expect(await verification()).toMatchObject({ intact: true, entries: ledger.facts });
}, 240_000);

test('while the bus is away everybody is told so at once; afterwards nothing is lost or doubled', async () => {
  const commands = territory.quotas(200);
  const comeBack = await platform.takeBusAway();
  const began = Date.now();
  const streaming = sendCommands(commands, {
    ...ofCommunes,
    ...{ url: platform.url, token: territory.token },
  });
  // A fact that its service had committed when the bus went.
  const written = randomUUID();
  await platform.db.query(
    `insert into organisation.outbox (id, subject, payload, traceparent)
     values ($1, 'event.organisation.bus-was-away.v1', '{}', $2)`,
    [written, `00-${written.replaceAll('-', '')}-0000000000000001-01`],
  );
  const answers = [];
  while (Date.now() - began < secondsAway * 1_000) {
    answers.push(await probe(platform.url, territory.token));
  }
  await comeBack();
  for (const { status, type, retryAfter, milliseconds } of answers.slice(1)) {
    expect({ status, type, retryAfter }).toEqual({
      status: 503,
      type: 'service-unavailable',
      retryAfter: '1',
    });
    expect(milliseconds).toBeLessThan(1_000);
  }
  const outcome = await streaming;
  expect(outcome.refused).toEqual([]);
  const ledger = await settled(platform.db, commands);
  expect(ledger).toMatchObject({ kept: 200, told: 200, toldOnce: 200 });
  expect(ledger).toMatchObject({ audited: ledger.facts, auditedOnce: ledger.facts, parked: 0 });
  const { rows } = await platform.db.query(
    'select count(*)::int as times from identity.audit_entry where message_id = $1',
    [written],
  );
  expect(rows).toEqual([{ times: 1 }]);
  expect(await verification()).toMatchObject({ intact: true, entries: ledger.facts });
}, 240_000);
