import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from './process.mjs';

let local;
beforeEach(() => (local = mkdtempSync(join(tmpdir(), 'antt-command-'))));
afterEach(() => rmSync(local, { recursive: true, force: true }));

/** Runs one of the commands in an installation of its own, without a terminal. */
function command(name, { args = [], env = {} } = {}) {
  const inherited = { ...process.env, NODE_OPTIONS: '', ANTT_LOCAL: local, ANTT_PREPARED: '1' };
  for (const name of ['DATABASE_URL', 'NATS_URL', 'npm_lifecycle_event']) delete inherited[name];
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.mjs`), ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

function occupy() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: server.address().port,
        free: () => new Promise((done) => server.close(done)),
      }),
    );
  });
}

test('a start names the port that is taken and who has it, and starts nothing', async () => {
  const taken = await occupy();
  const { code, output } = await command('start', { env: { PORT: String(taken.port) } });
  await taken.free();
  expect(code).toBe(1);
  expect(output).toMatch(
    new RegExp(`Port ${taken.port} is taken.*PORT=${taken.port + 1} npm start`),
  );
  expect(existsSync(join(local, 'run/platform.json'))).toBe(false);
});

test('an empty installation without a terminal says which variables it needs', async () => {
  const { code, output } = await command('start', { args: ['--empty'], env: { PORT: '29999' } });
  expect(code).toBe(1);
  expect(output).toMatch(/ADMIN_USERNAME, ADMIN_PASSWORD, ADMIN_NAME/);
});

test('a second start from the same folder is refused while the first one runs', async () => {
  pretendToRun();
  const { code, output } = await command('start');
  expect(code).toBe(1);
  expect(output).toMatch(
    new RegExp(`already running from this folder \\(process ${process.pid}, http://127.0.0.1:1\\)`),
  );
});

test('a reset without a terminal and without --yes is refused', async () => {
  writeFileSync(join(local, 'data'), 'precious');
  const { code, output } = await command('reset');
  expect(code).toBe(1);
  expect(output).toMatch(/--yes/);
  expect(existsSync(join(local, 'data'))).toBe(true);
});

test('a reset is refused while the platform runs', async () => {
  pretendToRun();
  writeFileSync(join(local, 'data'), 'precious');
  const { code, output } = await command('reset', { args: ['--yes'] });
  expect(code).toBe(1);
  expect(output).toMatch(/already running/);
  expect(existsSync(join(local, 'data'))).toBe(true);
});

test('a reset with --yes leaves nothing of the installation', async () => {
  mkdirSync(join(local, 'postgres/data'), { recursive: true });
  writeFileSync(join(local, 'secrets.json'), '{}');
  const { code } = await command('reset', { args: ['--yes'] });
  expect(code).toBe(0);
  expect(existsSync(join(local, 'postgres'))).toBe(false);
  expect(existsSync(join(local, 'secrets.json'))).toBe(false);
});

test('a test run refuses a part that it does not know', async () => {
  const { code, output } = await command('test', { args: ['--only=unit,everything'] });
  expect(code).toBe(1);
  expect(output).toMatch(/no part "everything"/);
  expect(output.trimEnd().split('\n').pop()).toBe('0 passed, 1 failed');
});

function pretendToRun() {
  mkdirSync(join(local, 'run'));
  const note = {
    owner: identify(process.pid),
    what: 'The platform',
    url: 'http://127.0.0.1:1',
    children: [],
  };
  writeFileSync(join(local, 'run/platform.json'), JSON.stringify(note));
}
