import { createAccount } from '@antt/contracts';
import { Client, connectBus, run } from '@antt/service-kit';
import { eventually, makeDatabase, someone, startBus } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { wholeArea } from '../areas/whole-area.ts';
import { identity } from '../service.ts';
import { readChain } from './read-chain.ts';

const durable = 'identity-event_all';
type Consumer = { num_pending: number; num_ack_pending: number; delivered: { stream_seq: number } };

test('facts that are all delivered a second time are logged once', async () => {
  const [database, bus] = await Promise.all([makeDatabase([identity]), startBus()]);
  const config = { DATABASE_URL: database.url, NATS_URL: bus.url, HEALTH_PORT: 0 };
  const start = () => run(identity, { ...config, HEALTH_HOST: '127.0.0.1', DATABASE_POOL: 5 });
  let service = await start();
  const connection = await connectBus(bus.url, 'test');
  const client = new Client(connection);
  const consumer = async (): Promise<Consumer> =>
    (await connection.request(`$JS.API.CONSUMER.INFO.EVENTS.${durable}`)).json<Consumer>();
  try {
    const grant = { role: 'auditor' as const, areaId: wholeArea.id, from: '2024-07-01', to: null };
    const account = { id: randomUUID(), username: 'mot', fullName: 'Minh Họa', phone: '' };
    const principal = someone('provincial-administrator');
    await client.call(createAccount, { ...account, grants: [grant] }, { principal });
    const once = await eventually(async () => {
      const chain = await readChain(service.db.manager);
      return chain.entries === 2 ? chain : null;
    });

    await service.stop();
    await connection.request(`$JS.API.CONSUMER.DELETE.EVENTS.${durable}`);
    service = await start();
    await eventually(async () => {
      const { num_pending, num_ack_pending, delivered } = await consumer();
      return delivered.stream_seq >= 2 && num_pending === 0 && num_ack_pending === 0;
    });
    expect(await readChain(service.db.manager)).toEqual(once);
    expect(once.brokenAt).toBeNull();
  } finally {
    await connection.close();
    await service.stop();
    await bus.stop();
    await database.drop();
  }
}, 60_000);
