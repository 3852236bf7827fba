import { getMapVersion, getTile, mapChanged, type Role } from '@antt/contracts';
import { eventually, useGateway } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request as ask } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import type { MapVersion } from './tile.rules.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

let version: MapVersion;
let drawn: Uint8Array;

beforeEach(async () => {
  const before = { outlineDays: ['2024-07-01', '2025-07-01'], pointDays: ['2024-08-15'] };
  version = { outlines: version ? version.outlines + 1 : 1, points: 1, ...before };
  drawn = Buffer.from(`tile ${randomUUID()} `.repeat(500));
  gateway.services.answer(getMapVersion, () => version);
  gateway.services.answer(getTile, () => drawn);
  await gateway.services.tell(mapChanged, { outlines: version.outlines, points: 1 });
});

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** A bare request: supertest would unpack and convert the answer. */
function get(path: string, authorization: string, headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { authorization, 'accept-encoding': 'gzip', ...headers };
    ask(`${gateway.url}${path}`, { headers: all }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const viewer = (role: Role = 'area-officer', units: string[] = [randomUUID()]) =>
  gateway.signIn(role, units).authorization;
const tile = (layer: string, on = '2025-07-01', at = '8/203/112') =>
  `/api/tiles/${layer}/${at}?on=${on}`;
const timesDrawn = () => gateway.services.timesAsked(getTile);

test('a tile comes compressed as it was drawn, with a tag to ask again by', async () => {
  const answer = await get(tile('communes'), viewer());
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.mapbox-vector-tile',
    'content-encoding': 'gzip',
    'cache-control': 'private, no-cache',
    etag: expect.stringMatching(/^W\/".+"$/),
  });
  expect(gunzipSync(answer.body).equals(drawn)).toBe(true);
});

test('a tile that fits one round trip is sent as it was drawn', async () => {
  const little = drawn.subarray(0, 2_000);
  gateway.services.answer(getTile, () => little);
  const answer = await get(tile('communes', '2025-07-01', '11/1633/896'), viewer());
  gateway.services.answer(getTile, () => drawn);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body.equals(little)).toBe(true);
});

test('who does not take gzip gets the tile as it is', async () => {
  const [by, path] = [viewer(), tile('communes')];
  for (let n = 0; n < 2; n += 1) {
    const answer = await get(path, by, { 'accept-encoding': 'identity' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body.equals(drawn)).toBe(true);
  }
});

test('a repeated tile is drawn once, also for others and for days on which nothing changed', async () => {
  const before = timesDrawn();
  await get(tile('communes', '2025-07-01'), viewer());
  await get(tile('communes', '2025-07-01'), viewer('auditor'));
  await get(tile('communes', '2026-11-22'), viewer());
  expect(timesDrawn()).toBe(before + 1);
  await get(tile('communes', '2025-06-30'), viewer());
  await get(tile('communes', '2025-07-01', '8/203/113'), viewer());
  expect(timesDrawn()).toBe(before + 3);
});

test('those who ask for one tile at the same time share the work', async () => {
  const before = timesDrawn();
  gateway.services.answer(getTile, async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return drawn;
  });
  const by = viewer();
  const answers = await Promise.all(Array.from({ length: 8 }, () => get(tile('labels'), by)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(timesDrawn()).toBe(before + 1);
});

test('an unchanged tile is not sent again', async () => {
  const by = viewer();
  const { headers } = await get(tile('districts'), by);
  const again = await get(tile('districts'), by, { 'if-none-match': headers.etag });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
});

test('a change of the data changes the tag at once and the tile with it', async () => {
  const by = viewer();
  const first = await get(tile('communes'), by);
  version = { ...version, outlines: version.outlines + 1 };
  drawn = Buffer.from('another tile');
  await gateway.services.tell(mapChanged, { outlines: version.outlines, points: 1 });
  const second = await eventually(async () => {
    const answer = await get(tile('communes'), by, { 'if-none-match': first.headers.etag });
    return answer.status === 200 ? answer : null;
  }, 900);
  expect(second.body.toString()).toBe('another tile');
});

test('without a word of the change the tag follows within a second', async () => {
  const by = viewer();
  const { headers } = await get(tile('communes'), by);
  version = { ...version, outlines: version.outlines + 1 };
  await eventually(
    async () => (await get(tile('communes'), by, { 'if-none-match': headers.etag })).status === 200,
    1_500,
  );
});

test('points are drawn for each scope apart, and shared within it', async () => {
  const commune = randomUUID();
  const before = timesDrawn();
  const [mine, alsoMine, other] = [
    viewer('area-officer', [commune]),
    viewer('commune-officer', [commune]),
    viewer(),
  ];
  const first = await get(tile('teams'), mine);
  const { headers: same } = await get(tile('teams'), alsoMine);
  expect(timesDrawn()).toBe(before + 1);
  expect(same.etag).toBe(first.headers.etag);

  drawn = Buffer.from('what the other may see');
  const elsewhere = await get(tile('teams'), other, { 'if-none-match': first.headers.etag });
  expect(elsewhere.status).toBe(200);
  expect(elsewhere.body.toString()).toBe('what the other may see');
  expect(timesDrawn()).toBe(before + 2);
});

test('an area that changes hands on a day has another scope from then on', async () => {
  const [old, successor] = [randomUUID(), randomUUID()];
  const { authorization } = gateway.signIn('area-officer', [
    { unitId: old, from: '2024-07-01', to: '2025-07-01' },
    { unitId: successor, from: '2025-07-01', to: null },
  ]);
  version = { ...version, outlineDays: ['2024-07-01'], pointDays: ['2024-08-15'] };
  const before = timesDrawn();
  await get(tile('workplaces', '2025-06-30'), authorization);
  await get(tile('workplaces', '2025-07-01'), authorization);
  expect(timesDrawn()).toBe(before + 2);
});

test('points need the permission to read them; outlines only a sign-in', async () => {
  const agency = viewer('agency-officer');
  expect((await get(tile('communes'), agency)).status).toBe(200);
  const refused = await get(tile('teams'), agency);
  expect(refused.status).toBe(403);
  expect(JSON.parse(refused.body.toString())).toMatchObject({ permission: 'team.read' });
  expect((await get(tile('communes'), 'Bearer nobody')).status).toBe(401);
});

test('where nothing is drawn there is nothing to send', async () => {
  drawn = new Uint8Array();
  const answer = await get(tile('communes'), viewer());
  expect(answer.status).toBe(204);
  expect(answer.headers.etag).toMatch(/"/);
});

test('an address that is no tile is refused by name', async () => {
  const by = viewer();
  const wrong = async (path: string) => {
    const { status, body } = await get(path, by);
    expect(status).toBe(422);
    return JSON.parse(body.toString()).errors[0].path;
  };
  expect(await wrong('/api/tiles/colours/8/1/1?on=2025-07-01')).toBe('layer');
  expect(await wrong('/api/tiles/communes/17/1/1?on=2025-07-01')).toBe('z');
  expect(await wrong('/api/tiles/communes/8/256/1?on=2025-07-01')).toBe('x');
  expect(await wrong('/api/tiles/communes/8/1/-1?on=2025-07-01')).toBe('y');
  expect(await wrong('/api/tiles/communes/8/1/1')).toBe('on');
  expect(await wrong('/api/tiles/communes/8/1/1?on=2025-02-30')).toBe('on');
  expect(await wrong('/api/tiles/communes/8/1/1?on=2025-07-01&within=x')).toBe('within');
});
