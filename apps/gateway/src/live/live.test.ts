import { accessChanged, quotasImported, teamDissolved } from '@antt/contracts';
import { jobSubject } from '@antt/service-kit';
import { eventually, useGateway } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) =>
  runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL, LIVE_CONNECTIONS: 2 })),
);

type Message = { event: string; data: unknown };

/** A page that listens; what it heard so far, and whether the stream has ended. */
async function listen(authorization: string) {
  const stop = new AbortController();
  const response = await fetch(`${gateway.url}/api/live`, {
    headers: { authorization },
    signal: stop.signal,
  });
  const page = {
    response,
    heard: [] as Message[],
    ended: false,
    stop: () => stop.abort(),
    named: (event: string) => page.heard.filter((message) => message.event === event),
  };
  if (!response.ok) return page;
  const read = async () => {
    let rest = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + part).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (event) page.heard.push({ event, data: JSON.parse(data!) });
      }
    }
  };
  void read()
    .catch(() => {})
    .finally(() => (page.ended = true));
  return page;
}

const pages = (count: number) => Promise.all(Array.from({ length: count }, () => open()));

async function open() {
  const account = gateway.signIn('area-officer', [randomUUID()]);
  return { ...account, page: await listen(account.authorization) };
}

test('an open page hears of the jobs of its own account only', async () => {
  const [mine, other] = await pages(2);
  expect(mine!.page.response.headers.get('content-type')).toContain('text/event-stream');
  const job = { id: 'organisation.1', status: 'running' };
  await gateway.services.publish(jobSubject(mine!.principal.accountId), JSON.stringify(job));
  await eventually(() => mine!.page.named('job').length === 1);
  expect(mine!.page.named('job')[0]!.data).toEqual(job);
  expect(other!.page.named('job')).toEqual([]);
  mine!.page.stop();
  other!.page.stop();
});

test('changes are told by their noun, once for a heap of them', async () => {
  const { page } = await open();
  const dissolved = { id: randomUUID(), dissolvedOn: '2025-07-01' };
  for (let n = 0; n < 200; n += 1) await gateway.services.tell(teamDissolved, dissolved);
  await gateway.services.tell(quotasImported, {
    jobId: 'organisation.1',
    instrumentId: randomUUID(),
    validFrom: '2025-07-01',
    counts: {},
  });
  await eventually(() => page.named('changed').length > 0);
  expect(page.named('changed')).toEqual([{ event: 'changed', data: { what: ['quota', 'team'] } }]);
  expect(JSON.stringify(page.heard)).not.toContain(dissolved.id);
  page.stop();
});

test('changed access is told to the account it is about', async () => {
  const [mine, other] = await pages(2);
  const { accountId } = mine!.principal;
  await gateway.services.tell(accessChanged, { accountId, why: 'roles' });
  await eventually(() => mine!.page.named('access').length === 1);
  expect(mine!.page.named('access')[0]!.data).toEqual({ why: 'roles' });
  expect(mine!.page.ended).toBe(false);
  expect(other!.page.named('access')).toEqual([]);
  mine!.page.stop();
  other!.page.stop();
});

test('a page whose token ended hears no more', async () => {
  const { principal, token, page } = await open();
  gateway.expel(token);
  const { accountId } = principal;
  await gateway.services.tell(accessChanged, { accountId, why: 'signed-out' });
  await eventually(() => page.ended);
  expect(page.named('access')).toHaveLength(1);
});

test('nobody may listen without a sign-in', async () => {
  expect((await listen('Bearer nobody')).response.status).toBe(401);
});

test('one account listens with so many pages; a closed one makes room', async () => {
  const { authorization } = gateway.signIn('auditor');
  const first = await listen(authorization);
  const second = await listen(authorization);
  const third = await listen(authorization);
  expect(third.response.status).toBe(429);
  expect(third.response.headers.get('retry-after')).toBe('30');
  first.stop();
  const fourth = await eventually(async () => {
    const page = await listen(authorization);
    return page.response.ok ? page : null;
  });
  second.stop();
  fourth.stop();
});
