import {
  type Feature,
  FeatureCollection,
  listFeatures,
  problem,
  resolvePrincipal,
} from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { someone, useGateway } from '@antt/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { boxOf, dayOf } from './ogc.rules.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));
const all: Feature[] = Array.from({ length: 1_200 }, (_, n) => ({
  type: 'Feature',
  id: randomUUID(),
  geometry: { type: 'Point', coordinates: [106, 21] },
  properties: { code: String(n), name: `Thôn ${n}` },
}));

beforeAll(() =>
  gateway.services.answer(listFeatures, ({ cursor = '0', limit, ids }) => {
    if (ids) {
      const items = all.filter(({ id }) => ids.includes(id));
      return { items, nextCursor: null, total: items.length };
    }
    const from = Number(cursor);
    const end = Math.min(from + limit, all.length);
    const nextCursor = end < all.length ? String(end) : null;
    return { items: all.slice(from, end), nextCursor, total: all.length };
  }),
);

const signedIn = () => gateway.signIn('area-officer', [randomUUID()]).authorization;
const get = (path: string, authorization = signedIn()) =>
  request(gateway.url)
    .get(path)
    .set({ authorization, host: 'qgis.test' })
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer | string) => parts.push(Buffer.from(part)));
      response.on('end', () => done(null, JSON.parse(Buffer.concat(parts).toString('utf8'))));
    });
const root = 'http://qgis.test/api/ogc';
const asked = () =>
  gateway.services.asked.filter(({ subject }) => subject === listFeatures.subject).at(-1)!.input;

describe('core', () => {
  test('the landing page leads to the definition, the conformance and the data, without an account', async () => {
    const { status, body } = await get('/api/ogc', '');
    expect(status).toBe(200);
    const rels = body.links.map(({ rel }: { rel: string }) => rel);
    expect(rels).toEqual(
      expect.arrayContaining(['self', 'service-desc', 'service-doc', 'conformance', 'data']),
    );
    for (const { href } of body.links) expect(href.startsWith(root)).toBe(true);
    const { body: said } = await get('/api/ogc/conformance', '');
    expect(said.conformsTo).toEqual(
      ['core', 'geojson', 'oas30'].map(
        (one) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${one}`,
      ),
    );
  });

  test('each collection has its extent, its reference system and a link to its items', async () => {
    const { body } = await get('/api/ogc/collections');
    expect(body.collections.map(({ id }: { id: string }) => id)).toEqual(FeatureCollection.options);
    for (const one of body.collections) {
      expect(one.crs).toEqual(['http://www.opengis.net/def/crs/OGC/1.3/CRS84']);
      expect(one.extent.spatial.bbox[0]).toHaveLength(4);
      expect(one.links).toContainEqual(
        expect.objectContaining({
          rel: 'items',
          type: 'application/geo+json',
          href: `${root}/collections/${one.id}/items`,
        }),
      );
      const alone = await get(`/api/ogc/collections/${one.id}`);
      expect(alone.body).toEqual(one);
    }
  });

  test('items come as asked, and the next link leads through all of them once', async () => {
    const seen: string[] = [];
    let path: string | undefined =
      '/api/ogc/collections/villages/items?limit=500&datetime=2025-07-01';
    let pages = 0;
    while (path) {
      const { status, headers, body } = await get(path);
      expect([status, headers['content-type']]).toEqual([200, 'application/geo+json']);
      expect(body).toMatchObject({
        type: 'FeatureCollection',
        numberMatched: 1_200,
        numberReturned: body.features.length,
      });
      expect(body.timeStamp).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
      expect(body.links[0].rel).toBe('self');
      seen.push(...body.features.map(({ id }: Feature) => id));
      const next = body.links.find(({ rel }: { rel: string }) => rel === 'next');
      path = next && next.href.replace('http://qgis.test', '');
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  test('a large answer is fetched page by page; more than the most is answered with the most', async () => {
    const before = gateway.services.timesAsked(listFeatures);
    const { body } = await get('/api/ogc/collections/villages/items?limit=999999999');
    expect(body.numberReturned).toBe(1_200);
    expect(body.links.some(({ rel }: { rel: string }) => rel === 'next')).toBe(false);
    expect(gateway.services.timesAsked(listFeatures) - before).toBe(3);
  });

  test('without a limit there are a hundred', async () => {
    const { body } = await get('/api/ogc/collections/villages/items');
    expect(body.numberReturned).toBe(100);
    expect(asked()).toMatchObject({ on: today(), limit: 100 });
  });

  test('a box and a day narrow what is asked', async () => {
    await get(
      '/api/ogc/collections/communes/items?bbox=106,21,107,22&datetime=2025-06-30T20:00:00Z',
    );
    expect(asked()).toMatchObject({
      collection: 'communes',
      on: '2025-07-01',
      box: [106, 21, 107, 22],
    });
  });

  test('a day in the address of the service is taken along to every document, as QGIS and GDAL repeat it', async () => {
    const day = 'datetime=2025-06-30';
    for (const at of ['', '/api', '/conformance', '/collections', '/collections/districts']) {
      expect([at, (await get(`/api/ogc${at}?${day}`)).status]).toEqual([at, 200]);
      expect([at, (await get(`/api/ogc${at}?datetime=yesterday`)).status]).toEqual([at, 400]);
      expect([at, (await get(`/api/ogc${at}?bbox=1,2,3,4`)).status]).toEqual([at, 400]);
    }
    const { body: definition } = await get('/api/ogc/api');
    for (const path of ['/', '/api', '/conformance', '/collections', '/collections/districts']) {
      const named = definition.paths[path].get.parameters.map(({ name }: { name: string }) => name);
      expect([path, ...named]).toEqual([path, 'datetime', 'within', 'f']);
    }
    await get(`/api/ogc/collections/districts/items?${day}`);
    expect(asked()).toMatchObject({ collection: 'districts', on: '2025-06-30' });
  });

  test('one feature has its own address', async () => {
    const { status, body } = await get(`/api/ogc/collections/teams/items/${all[3]!.id}`);
    expect([status, body.id, body.type]).toEqual([200, all[3]!.id, 'Feature']);
    expect(body.links.map(({ rel }: { rel: string }) => rel)).toEqual(['self', 'collection']);
  });

  test.each([
    'colour=red',
    'limit=0',
    'limit=-1',
    'limit=ten',
    'bbox=1,2,3',
    'bbox=1,2,x,4',
    'bbox=106,22,107,21',
    'datetime=yesterday',
    'datetime=2025-02-30',
    'datetime=../..',
    'datetime=2025-07-02/2025-07-01',
    'f=html',
    'limit=1&limit=2',
    'datetime=9999-12-31T23:59:59Z',
  ])('what the definition does not know is refused with 400: %s', async (query) => {
    const { status, body } = await get(`/api/ogc/collections/communes/items?${query}`);
    expect([status, body.type]).toEqual([400, 'ogc-parameter-invalid']);
  });

  test.each([
    'collections/rivers',
    'collections/rivers/items',
    `collections/teams/items/${randomUUID()}`,
    'collections/teams/items/1',
  ])('what is not there is not found: %s', async (path) => {
    expect((await get(`/api/ogc/${path}`)).status).toBe(404);
  });
});

describe('oas30', () => {
  test('the definition is OpenAPI 3.0 and names every path and parameter that is answered', async () => {
    const { headers, body } = await get('/api/ogc/api', '');
    expect(headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0');
    expect(body.openapi).toMatch(/^3\.0\.\d$/);
    for (const id of FeatureCollection.options) {
      const { parameters } = body.paths[`/collections/${id}/items`].get;
      const named = Object.fromEntries(parameters.map((one: { name: string }) => [one.name, one]));
      expect(named.limit).toMatchObject({
        in: 'query',
        required: false,
        style: 'form',
        explode: false,
      });
      expect(named.bbox).toMatchObject({
        style: 'form',
        explode: false,
        schema: { type: 'array' },
      });
      expect(named.datetime).toMatchObject({ style: 'form', explode: false });
      expect(Object.keys(body.paths[`/collections/${id}/items/{featureId}`])).toEqual(['get']);
    }
  });
});

describe('who may read', () => {
  test('nobody reads collections without an account, and is told how to come in', async () => {
    const { status, headers } = await get('/api/ogc/collections', '');
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('Basic');
  });

  test('a role without the permission gets the public layers only', async () => {
    const { authorization } = gateway.signIn('agency-officer');
    const of = async (id: string) =>
      (await get(`/api/ogc/collections/${id}/items`, authorization)).status;
    expect([await of('communes'), await of('teams'), await of('coverage')]).toEqual([
      200, 403, 403,
    ]);
  });

  test('a personal token as a password opens the layers, and nothing else', async () => {
    const token = `antt_${'x'.repeat(43)}`;
    const principal = someone('area-officer', [randomUUID()]);
    gateway.services.answer(resolvePrincipal, ({ token: given }) => {
      if (given !== token) throw problem('not-signed-in');
      return { principal };
    });
    const basic = `Basic ${Buffer.from(`ai:${token}`).toString('base64')}`;
    expect((await get('/api/ogc/collections/teams/items', basic)).status).toBe(200);
    expect((await get('/api/units?on=2025-07-01', basic)).status).toBe(401);
    const session = `Basic ${Buffer.from('ai:session-token').toString('base64')}`;
    expect((await get('/api/ogc/collections', session)).status).toBe(401);
  });
});

test('of an interval the last day is read', () => {
  const now = '2026-11-22';
  expect(dayOf('2025-01-01/2025-06-30', now)).toBe('2025-06-30');
  expect(dayOf('2025-01-01/..', now)).toBe(now);
  expect(dayOf('../2025-06-30', now)).toBe('2025-06-30');
  expect(dayOf('/2025-06-30', now)).toBe('2025-06-30');
  expect(dayOf(`${addDays(now, 30)}/..`, now)).toBe(addDays(now, 30));
  expect(boxOf('106,21,0,107,22,500')).toEqual([106, 21, 107, 22]);
});
