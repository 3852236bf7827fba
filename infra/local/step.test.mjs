import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { step } from './step.mjs';

let said;
beforeEach(() => {
  said = [];
  jest.useFakeTimers();
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(text.trim()));
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('a step that takes long says that it is under way, a short one only that it is done', async () => {
  await step('servers', async () => 'found');
  expect(said).toEqual([expect.stringMatching(/^✓ servers .* found$/)]);

  let finish;
  const long = step('dependencies', () => new Promise((resolve) => (finish = resolve)));
  jest.advanceTimersByTime(60_000);
  expect(said.slice(1)).toEqual(['… dependencies']);
  finish('installed');
  await long;
  expect(said.at(-1)).toMatch(/^✓ dependencies/);
});

test('a step that fails says so and nothing after it', async () => {
  await expect(step('build', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  jest.advanceTimersByTime(60_000);
  expect(said).toEqual([expect.stringMatching(/^✗ build/)]);
});
