import { createServer } from 'node:net';
import { join } from 'node:path';
import { run } from './process.mjs';
import { local, readJson, writeJson } from './place.mjs';

export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port nobody listens on, below the range the kernel gives to outgoing connections. */
export async function freePort() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port found between 20000 and 32000');
}

/** The port this installation used for `name` last time, if it is still free; else a new one. */
export async function rememberedPort(name) {
  const file = join(local, 'ports.json');
  const ports = readJson(file, {});
  if (ports[name] && (await isFree(ports[name]))) return ports[name];
  const port = await freePort();
  writeJson(file, { ...readJson(file, {}), [name]: port });
  return port;
}

/** Who listens on a port, in words, or null where the system does not tell. */
export async function portOwner(port) {
  const { code, output } = await run('ss', ['-Hltnp', `sport = :${port}`]);
  const match = code === 0 ? /users:\(\("([^"]+)",pid=(\d+)/.exec(output) : null;
  return match ? `${match[1]}, process ${match[2]}` : null;
}
