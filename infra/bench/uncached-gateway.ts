import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Installation } from './installation.ts';

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A second gateway of the same platform that keeps no tile, so that each one is drawn. */
export async function startUncachedGateway(
  installation: Installation,
): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const script = fileURLToPath(new URL('../../apps/gateway/dist/main.js', import.meta.url));
  const [port, healthPort] = [await freePort(), await freePort()];
  const child: ChildProcess = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NATS_URL: installation.bus('gateway'),
      PORT: String(port),
      HEALTH_PORT: String(healthPort),
      REQUESTS_PER_MINUTE: '0',
      TILE_CACHE_BYTES: '0',
    },
    stdio: 'ignore',
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    const health = await fetch(`http://127.0.0.1:${healthPort}/health/ready`).catch(() => null);
    if (health?.ok) return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop };
  }
  await stop();
  throw new Error('The second gateway did not become ready');
}
