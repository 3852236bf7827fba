import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startThrowaway, type Throwaway } from '../local/throwaway.mjs';

export type ProcessName =
  'postgres' | 'nats' | 'identity' | 'organisation' | 'personnel' | 'activity' | 'gateway';

export const administrator = {
  ADMIN_USERNAME: 'quantri',
  ADMIN_PASSWORD: 'sông Thương nước chảy',
  ADMIN_NAME: 'Quản trị thử nghiệm',
};

/** The real processes of an empty installation, which a test may kill; the platform starts them again. */
export class Platform {
  readonly url: string;
  readonly local: string;
  readonly db: Client;
  private readonly throwaway: Throwaway;

  private constructor(throwaway: Throwaway, db: Client) {
    this.throwaway = throwaway;
    this.url = throwaway.url;
    this.local = throwaway.local;
    this.db = db;
  }

  static async start(env: Record<string, string> = {}): Promise<Platform> {
    const throwaway = await startThrowaway({
      args: ['--empty'],
      env: { ...administrator, REQUESTS_PER_MINUTE: '0', ACCESS_TOKEN_MINUTES: '60', ...env },
    });
    const platform = new Platform(
      throwaway,
      new Client({ connectionString: await urlOf(throwaway) }),
    );
    try {
      await platform.db.connect();
      return platform;
    } catch (error) {
      await throwaway.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.db.end().catch(() => {});
    await this.throwaway.stop();
  }

  async pidOf(name: ProcessName): Promise<number> {
    const { children } = await readJson<{ children: { name: string; pid: number }[] }>(
      join(this.local, 'run/platform.json'),
    );
    const child = children.find((one) => one.name === name);
    if (!child) throw new Error(`${name} is not running`);
    return child.pid;
  }

  /** As the kernel does when memory is short: no word of farewell. */
  async kill(name: ProcessName): Promise<void> {
    process.kill(await this.pidOf(name), 'SIGKILL');
  }

  /** Kills the bus and holds its port, so that it cannot come back before the returned function is called. */
  async takeBusAway(): Promise<() => Promise<void>> {
    const { nats } = await readJson<{ nats: number }>(join(this.local, 'ports.json'));
    await this.kill('nats');
    const squatter = await occupy(nats);
    return () => new Promise((resolve) => squatter.close(() => resolve()));
  }
}

/** The superuser's address of the platform's database. */
export async function urlOf({ local }: Pick<Throwaway, 'local'>): Promise<string> {
  const ports = await readJson<{ postgres: number }>(join(local, 'ports.json'));
  const secrets = await readJson<{ postgres: string }>(join(local, 'secrets.json'));
  return `postgres://postgres:${secrets.postgres}@127.0.0.1:${ports.postgres}/antt`;
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

async function occupy(port: number): Promise<Server> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(5)) {
    const server = createServer((socket) => socket.destroy());
    const isBound = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (isBound) return server;
  }
  throw new Error(`port ${port} did not become free`);
}
