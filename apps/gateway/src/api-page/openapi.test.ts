import { operations } from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { expect, test } from '@jest/globals';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { operationId?: string; security?: unknown[] }>>;
};

const document = async () => (await request(gateway.url).get('/api/openapi.json')).body as Document;

test('every operation with a route is described where the gateway serves it', async () => {
  const { openapi, paths } = await document();
  expect(openapi).toBe('3.1.0');
  const described = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map((entry) => entry.operationId),
  );
  for (const { http, subject } of operations) {
    if (http) expect(described).toContain(subject);
    else expect(described).not.toContain(subject);
  }
});

test('every described address is served', async () => {
  const { paths } = await document();
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods) as ('get' | 'post' | 'put' | 'delete')[]) {
      const { body } = await request(gateway.url)[method](path.replace(/\{\w+\}/g, 'x'));
      expect([path, method, body.type]).not.toEqual([path, method, 'no-such-route']);
    }
  }
});

test('a command tells its path, its body and that its id may be left out', async () => {
  const { paths } = await document();
  expect(paths['/api/accounts/{accountId}/grants']!.post).toMatchObject({
    operationId: 'identity.grant.add',
    parameters: [
      { name: 'accountId', in: 'path', required: true },
      { name: 'Idempotency-Key', in: 'header', required: false },
    ],
    requestBody: {
      content: {
        'application/json': {
          schema: {
            required: ['role', 'areaId', 'from'],
            properties: { id: { format: 'uuid' }, role: { enum: expect.any(Array) } },
          },
        },
      },
    },
    responses: { 201: expect.anything(), default: expect.anything() },
  });
});

test('what is for everybody asks for no token', async () => {
  const { paths } = await document();
  expect(paths['/api/installation']!.get!.security).toEqual([]);
  expect(paths['/api/units']!.get!.security).toBeUndefined();
});

test('the page to browse it loads only its own files', async () => {
  const { text, headers } = await request(gateway.url).get('/api/docs');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!);
  expect(files).toHaveLength(3);
  for (const file of files) {
    const answer = await request(gateway.url).get(file);
    expect(answer.status).toBe(200);
  }
});

test('what several messages speak of is told once, and every reference leads somewhere', async () => {
  const text = (await request(gateway.url).get('/api/openapi.json')).text;
  const { components } = JSON.parse(text) as { components: { schemas: object } };
  const meant = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
  const told = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(told).toContain('#/components/schemas/CriteriaDocument');
  const known = new Set([...told, '#/components/responses/Problem']);
  expect(meant.filter((reference) => !known.has(reference))).toEqual([]);
});
