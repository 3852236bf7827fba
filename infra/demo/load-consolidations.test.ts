import { addDays } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import type { DemoClient } from './client.ts';
import { loadConsolidations } from './load-consolidations.ts';
import { createPerson, randomOf } from './member.ts';
import type { Stay } from './roster.ts';

const on = '2026-10-15';
const groups = [
  {
    villages: [{ households: 300 }],
    teams: ['T-01', 'T-02'].map((code) => ({ id: `id of ${code}`, code, share: 3 })),
    proposal: { teamId: 'id of T-01', name: 'Tổ bảo vệ ANTT thôn Trung' },
  },
];

function stay(team: string, n: number): Stay {
  const place = { district: 'Lục Ngạn', kind: 'xã' };
  const person = createPerson(randomOf(`${team} ${n}`), 'Tổ viên', place, '2024-08-01');
  const decision = { number: '7-MH/QĐ-UBND', signedOn: '2024-07-25' };
  return { person, team, position: 'Tổ viên', from: '2024-08-01', to: null, ...decision };
}

/** A platform that decides a commune once, and knows of earlier days how it stood. */
class Platform {
  readonly decided: string[] = [];

  async get(path: string): Promise<unknown> {
    const question = new URLSearchParams(path.split('?')[1]);
    const isOpen =
      question.get('on')! < on || !this.decided.includes(String(question.get('within')));
    return { items: isOpen ? groups : [] };
  }

  async post(path: string, body: { communeId: string }): Promise<void> {
    if (path === '/consolidations') this.decided.push(body.communeId);
  }

  async import(): Promise<void> {}
}

test('a load that goes on after an interruption tells again who goes on where it was decided before', async () => {
  const platform = new Platform();
  const stays = [stay('T-01', 1), stay('T-02', 1), stay('T-02', 2)];
  const load = (consolidated: string[]) =>
    loadConsolidations(
      platform as unknown as DemoClient,
      { on, signedOn: addDays(on, -3), decided: consolidated, consolidated },
      { annex: 'quota-2026.xlsx', unitId: (code) => code, stays },
    );
  const first = await load(['01']);
  expect(first.filter(({ to }) => to === on).map(({ team }) => team)).toEqual(['T-02', 'T-02']);
  expect(first.some(({ from, team }) => from === on && team === 'T-01')).toBe(true);
  // The roster was not imported: nobody would know of the first commune but the seed.
  const again = await load(['01', '02']);
  expect(platform.decided).toEqual(['01', '02']);
  expect(again.slice(0, first.length)).toEqual(first);
  expect(again.length).toBe(2 * first.length);
});
