import { afterEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify } from './process.mjs';

const started = [];

/** Runs the fixture in a folder of its own and listens to what it tells. */
function supervise(env = {}) {
  const local = mkdtempSync(join(tmpdir(), 'antt-supervisor-'));
  const fixture = join(import.meta.dirname, 'supervised.fixture.mjs');
  const child = spawn(process.execPath, [fixture], {
    env: { ...process.env, NODE_OPTIONS: '', ANTT_LOCAL: local, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    events.push(...lines.map((line) => JSON.parse(line)));
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  started.push({ child, local });
  return { child, events, ended };
}

afterEach(() => {
  for (const { child, local } of started.splice(0)) {
    child.kill('SIGKILL');
    rmSync(local, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function until(condition, patience = 15_000) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    const value = condition();
    if (value) return value;
  }
  throw new Error('it did not happen in time');
}

const ready = ({ events }) => until(() => events.some((event) => event.ready));
const running = ({ events }) => events.findLast((event) => event.children).children;
const alive = (children) => children.filter(({ pid }) => identify(pid) !== null);

test('a process that dies is started again and reported', async () => {
  const platform = supervise();
  await ready(platform);
  const [first, second] = running(platform);
  process.kill(first.pid, 'SIGKILL');
  await until(() => platform.events.some(({ report }) => /first is ready again/.test(report)));
  expect(platform.events.some(({ report }) => /first was ended by SIGKILL/.test(report))).toBe(
    true,
  );
  const now = running(platform);
  expect(now.find(({ name }) => name === 'second').pid).toBe(second.pid);
  expect(now.find(({ name }) => name === 'first').pid).not.toBe(first.pid);
});

test('SIGTERM stops everything that was started, the last one first', async () => {
  const platform = supervise();
  await ready(platform);
  const children = running(platform);
  expect(alive(children)).toHaveLength(2);
  platform.child.kill('SIGTERM');
  await platform.ended;
  expect(alive(children)).toEqual([]);
  const told = platform.events
    .filter((event) => event.children)
    .map((event) => event.children.map(({ name }) => name).join(' '));
  expect(told.filter((names, index) => names !== told[index - 1]).slice(-3)).toEqual([
    'first second',
    'first',
    '',
  ]);
});

test('a process that is starting again while the stop comes stays stopped', async () => {
  const platform = supervise();
  await ready(platform);
  process.kill(running(platform)[1].pid, 'SIGKILL');
  await until(() => platform.events.some(({ report }) => /second was ended/.test(report)));
  platform.child.kill('SIGTERM');
  await platform.ended;
  await sleep(400);
  expect(running(platform)).toEqual([]);
});

test('nothing outlives a supervisor that is killed', async () => {
  const platform = supervise();
  await ready(platform);
  const children = running(platform);
  platform.child.kill('SIGKILL');
  await platform.ended;
  await until(() => alive(children).length === 0, 5000);
});

test('a process that never becomes ready ends the start with the end of its log', async () => {
  const platform = supervise({ BROKEN: 'second' });
  expect(await platform.ended).toBe(1);
  expect(platform.events.at(-1).failure).toMatch(/second did not become ready.*no licence to run/s);
  await until(() => alive(running(platform)).length === 0, 5000);
});
