import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const before = process.env.ANTT_LOCAL;
const local = mkdtempSync(join(tmpdir(), 'antt-running-'));
const children = [];
let takeInstallation, identify, isRunning;

beforeAll(async () => {
  process.env.ANTT_LOCAL = local;
  ({ takeInstallation } = await import('./running.mjs'));
  ({ identify, isRunning } = await import('./process.mjs'));
  mkdirSync(join(local, 'run'), { recursive: true });
});

afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

afterAll(() => {
  if (before === undefined) delete process.env.ANTT_LOCAL;
  else process.env.ANTT_LOCAL = before;
  rmSync(local, { recursive: true });
});

const note = join(local, 'run/platform.json');
const gone = { pid: 2 ** 22 - 1, began: 'long ago' };

function sleeper() {
  const child = spawn('sleep', ['60']);
  children.push(child);
  return identify(child.pid);
}

test('what a killed start left running is stopped before the next one begins', async () => {
  const orphan = { name: 'identity', stopSignal: 'SIGTERM', ...sleeper() };
  writeFileSync(note, JSON.stringify({ owner: gone, children: [orphan] }));
  const taken = await takeInstallation('The platform');
  expect(isRunning(orphan)).toBe(false);
  taken.release();
  expect(existsSync(note)).toBe(false);
});

test('a process that only bears the number of a former child is left alone', async () => {
  const stranger = sleeper();
  const former = { name: 'identity', stopSignal: 'SIGTERM', pid: stranger.pid, began: 'long ago' };
  writeFileSync(note, JSON.stringify({ owner: gone, children: [former] }));
  const taken = await takeInstallation('The platform');
  expect(isRunning(stranger)).toBe(true);
  taken.release();
});

test('only one of several that start at once gets the installation', async () => {
  const attempts = await Promise.allSettled([1, 2, 3].map(() => takeInstallation('The platform')));
  const won = attempts.filter(({ status }) => status === 'fulfilled');
  expect(won).toHaveLength(1);
  won[0].value.release();
});
