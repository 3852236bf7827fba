import { expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Rounds } from './rounds.ts';

/** Until so many rounds have begun, however slow the machine is. */
const untilBegun = async (count: () => number, wanted: number) => {
  while (count() < wanted) await sleep(5);
};
const named = { name: 'tests', late: 'waits for the next round' };

test('a round that takes long is not begun again beside itself, and its end is waited for', async () => {
  let begun = 0;
  let together = 0;
  let most = 0;
  const rounds = new Rounds({
    ...named,
    every: 5,
    work: async () => {
      begun += 1;
      most = Math.max(most, (together += 1));
      await sleep(40);
      together -= 1;
    },
  });
  rounds.begin();
  expect(begun).toBe(1);
  await untilBegun(() => begun, 3);
  await rounds.end();
  expect(most).toBe(1);
  expect(together).toBe(0);
  const last = begun;
  await sleep(30);
  expect(begun).toBe(last);
});

test('a round that fails does not keep the next from being made', async () => {
  let begun = 0;
  const rounds = new Rounds({
    ...named,
    every: 5,
    work: () => {
      begun += 1;
      return Promise.reject(new Error('no database'));
    },
  });
  rounds.begin({ first: 'later' });
  expect(begun).toBe(0);
  await untilBegun(() => begun, 2);
  await rounds.end();
});
