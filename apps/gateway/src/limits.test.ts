import { listTokens } from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { gatewayConfig } from './config.ts';
import { runGateway } from './gateway.ts';

const gateway = useGateway((NATS_URL) =>
  runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL, REQUESTS_PER_MINUTE: 5 })),
);

beforeAll(() => gateway.services.answer(listTokens, () => ({ items: [] })));

const asks = (authorization: string) =>
  request(gateway.url).get('/api/tokens').set({ authorization });

test('an account that asks too often waits; others do not', async () => {
  const [busy, calm] = [gateway.signIn('auditor'), gateway.signIn('auditor')];
  for (let n = 0; n < 5; n += 1) expect((await asks(busy.authorization)).status).toBe(200);
  const refused = await asks(busy.authorization);
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ type: 'too-many-requests' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await asks(calm.authorization)).status).toBe(200);
});

test('an address that guesses tokens waits', async () => {
  for (let n = 0; n < 5; n += 1) expect((await asks(`Bearer guess-${n}`)).status).toBe(401);
  expect((await asks('Bearer guess-5')).status).toBe(429);
});
