import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pinnedNode, toolEnv } from './install.mjs';
import { folder, readJson } from './place.mjs';
import { freePort } from './port.mjs';
import { identify, isRunning, stop } from './process.mjs';
import { readablePassword } from './secret.mjs';

/**
 * A whole platform for a journey or a measurement, started as people start it, with data of its own
 * that are removed afterwards. Resolves with `{ url, password, local, stop }` once it is ready.
 */
export async function startThrowaway({ args = [], env = {}, patience = 300_000 } = {}) {
  removeAbandoned();
  const local = folder('test', `platform-${process.pid}-${Date.now()}`);
  const port = await freePort();
  const password = readablePassword();
  const given = toolEnv({
    ANTT_LOCAL: local,
    ANTT_PREPARED: '1',
    ANTT_THROWAWAY: '1',
    // Should the one who asked for it be killed, it ends by itself.
    ANTT_FOLLOWS_PARENT: '1',
    PORT: String(port),
    DEMO_PASSWORD: password,
    ...env,
  });
  for (const name of ['DATABASE_URL', 'NATS_URL', 'HOST']) delete given[name];
  const start = join(import.meta.dirname, 'start.mjs');
  const child = spawn(pinnedNode, [start, ...args], {
    env: given,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  const owner = identify(child.pid);
  const end = async () => {
    await stop(owner, { patience: 60_000 });
    rmSync(local, { recursive: true, force: true, maxRetries: 5 });
  };
  for (
    const until = Date.now() + patience;
    Date.now() < until && isRunning(owner);
    await sleep(100)
  ) {
    const url = readJson(join(local, 'run/platform.json'))?.url;
    if (url) return { url, password, local, stop: end };
  }
  await end();
  throw new Error(`the throw-away platform did not become ready:\n${said}`);
}

function removeAbandoned() {
  for (const name of readdirSync(folder('test')).filter((name) => name.startsWith('platform-'))) {
    if (identify(Number(name.split('-')[1]))) continue;
    rmSync(join(folder('test'), name), { recursive: true, force: true, maxRetries: 5 });
  }
}
