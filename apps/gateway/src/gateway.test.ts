import { listTokens, resolvePrincipal } from '@antt/contracts';
import { eventually, useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { gatewayConfig } from './config.ts';
import { type RunningGateway, runGateway } from './gateway.ts';

let running: RunningGateway;
const gateway = useGateway(async (NATS_URL) => {
  running = await runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL }));
  return running;
});

beforeAll(() => gateway.services.answer(listTokens, () => ({ items: [] })));

const asks = (authorization: string) =>
  request(gateway.url).get('/api/tokens').set({ authorization });
const internal = (path: string) => request(`http://127.0.0.1:${running.healthPort}`).get(path);

test('while the bus is away the gateway says so at once, and goes on when it is back', async () => {
  const { authorization } = gateway.signIn('auditor');
  expect((await asks(authorization)).status).toBe(200);
  expect((await internal('/health/ready')).status).toBe(200);

  await gateway.bus.kill();
  await eventually(async () => {
    const begun = Date.now();
    const { status, body } = await asks(authorization);
    return status === 503 && body.type === 'service-unavailable' && Date.now() - begun < 300;
  }, 5_000);
  expect((await internal('/health/live')).status).toBe(200);

  await gateway.bus.start();
  await eventually(async () => (await asks(authorization)).status === 200, 10_000);
  expect((await internal('/health/ready')).status).toBe(200);
});

test('what it knew of accounts before the bus was away is asked anew', async () => {
  const { authorization } = gateway.signIn('auditor');
  await asks(authorization);
  const before = gateway.services.timesAsked(resolvePrincipal);
  await gateway.bus.kill();
  await gateway.bus.start();
  await eventually(async () => (await asks(authorization)).status === 200, 10_000);
  await eventually(async () => {
    await asks(authorization);
    return gateway.services.timesAsked(resolvePrincipal) > before;
  });
});

test('requests are measured by their route, not by their address', async () => {
  await request(gateway.url).get('/api/units/0198c0de-0000-7000-8000-000000000001');
  const { text } = await internal('/metrics');
  expect(text).toContain(
    'antt_http_seconds_count{method="GET",route="/api/units/:id",status="401"}',
  );
  expect(text).not.toContain('0198c0de');
});

test('an open page is let go when the gateway stops', async () => {
  const NATS_URL = gateway.bus.url;
  const second = await runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL }));
  const { authorization } = gateway.signIn('auditor');
  const { body } = await fetch(`${second.url}/api/live`, { headers: { authorization } });
  const heard = (async () => {
    for await (const part of body!) void part;
    return 'ended';
  })().catch(() => 'broken');
  const begun = Date.now();
  await second.stop();
  expect(await heard).toBe('ended');
  expect(Date.now() - begun).toBeLessThan(3_000);
});

test('answers are kept by nobody on the way', async () => {
  const { authorization } = gateway.signIn('auditor');
  expect((await asks(authorization)).headers['cache-control']).toBe('no-store');
});
