import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registry } from './metrics.ts';

/** Something without which the process cannot work. */
export type Check = { name: string; ok: () => Promise<boolean> };

/**
 * The internal port: `/health/live` (the process answers), `/health/ready` (each check passes) and
 * `/metrics` (Prometheus).
 */
export async function serveHealth(
  { host, port }: { host: string; port: number },
  checks: Check[],
): Promise<{ port: number; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      if (request.url === '/metrics') {
        response.setHeader('content-type', registry.contentType);
        response.end(await registry.metrics());
        return;
      }
      const ready = request.url === '/health/ready';
      const results = ready ? await Promise.all(checks.map(run)) : [];
      const ok = results.every((result) => result.ok);
      response.statusCode = ok ? 200 : 503;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ status: ok ? 'ok' : 'unavailable', checks: results }));
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function run({ name, ok }: Check): Promise<{ name: string; ok: boolean }> {
  return { name, ok: await ok().catch(() => false) };
}
