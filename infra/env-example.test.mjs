import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { envExample, file } from './env-example.mjs';

test('the example of the environment is the one that the configuration schemas give', async () => {
  expect(readFileSync(file, 'utf8')).toBe(await envExample());
});

test('the example holds no value for what is secret', async () => {
  const lines = (await envExample()).split('\n');
  const secrets = lines.filter((_, index) => lines[index - 1]?.endsWith('(secret)'));
  expect(secrets.length).toBeGreaterThan(0);
  expect(secrets.filter((line) => !/^#?[A-Z_]+=$/.test(line))).toEqual([]);
});
