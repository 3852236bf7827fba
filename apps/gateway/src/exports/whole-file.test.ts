import { listFeatures, listTeams, problem } from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { answerAsker } from './test-asker.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

const team = (code: string) => ({
  ...{ id: randomUUID(), code, name: `Tổ ${code}`, foundedOn: '2024-08-01', dissolvedOn: null },
  ...{ decisionNumber: '12/QĐ-UBND', decisionSignedOn: null, villages: [], workplace: null },
  commune: { id: randomUUID(), name: 'Tân Dĩnh', kind: 'xã' },
});

beforeAll(() => {
  answerAsker(gateway.services, { username: 'huyen', kind: () => 'real' });
  gateway.services.answer(listFeatures, () => ({ items: [], nextCursor: null, total: 0 }));
});

/** Lists of teams whose second page fails so many times. */
function secondPageFails(type: 'deadline-exceeded' | 'internal', times: number) {
  let failed = 0;
  gateway.services.answer(listTeams, ({ cursor }) => {
    if (!cursor) {
      // as much as a real page has, so that the file is on its way before the next one is asked for
      const items = Array.from({ length: 500 }, (_, n) => team(`T${n}`));
      return { items, nextCursor: 'T', total: 501 };
    }
    failed += 1;
    if (failed <= times) throw problem(type);
    return { items: [team('CUOI')], nextCursor: null, total: 501 };
  });
}

const file = async (format: string) => {
  const { authorization } = gateway.signIn('area-officer');
  const asked = `${gateway.url}/api/teams.${format}?on=2025-07-01`;
  return fetch(asked, { headers: { authorization } });
};

test.each(['csv', 'xlsx', 'geojson'])(
  'a .%s whose rows stop coming is broken off, not ended',
  async (format) => {
    secondPageFails('internal', Infinity);
    const whole = file(format).then(async (response) => {
      // what has begun ends in the middle of a transfer; what has not is a problem
      if (response.status === 500) throw new Error('refused');
      await response.arrayBuffer();
    });
    await expect(whole).rejects.toThrow();
  },
);

test.each(['csv', 'geojson'])('a .%s waits for a page that a busy service owes', async (format) => {
  secondPageFails('deadline-exceeded', 2);
  const response = await file(format);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('Tổ CUOI');
  expect(text.match(/Tổ T\d+/gu)).toHaveLength(500);
});
