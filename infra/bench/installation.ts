import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

export const administrator = {
  ADMIN_USERNAME: 'quantri',
  ADMIN_PASSWORD: 'sông Thương nước chảy',
  ADMIN_NAME: 'Quản trị đo đạc',
};

type Note = { url: string | null; children: { name: string; pid: number }[] };

/** An installation in a folder of its own under .local, started and stopped as people do it. */
export class Installation {
  readonly folder: string;
  readonly port: number;
  private readonly env: Record<string, string>;
  private readonly args: string[];
  private running: ReturnType<typeof spawn> | null = null;
  private said = '';

  constructor(name: string, port: number, args: string[] = [], env: Record<string, string> = {}) {
    this.folder = join(checkout, '.local', 'bench', `${name}-${process.pid}`);
    this.port = port;
    this.args = args;
    this.env = env;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Seconds from the command to the moment the platform says that it is ready. */
  async start(patience = 300): Promise<number> {
    const began = performance.now();
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      ANTT_LOCAL: this.folder,
      ANTT_PREPARED: '1',
      ANTT_FOLLOWS_PARENT: '1',
      PORT: String(this.port),
      REQUESTS_PER_MINUTE: '0',
      ACCESS_TOKEN_MINUTES: '60',
      ...this.env,
    };
    for (const name of ['DATABASE_URL', 'NATS_URL', 'HOST']) delete env[name];
    const script = join(checkout, 'infra/local/start.mjs');
    const child = spawn(process.execPath, [script, ...this.args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.running = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
    while (performance.now() - began < patience * 1_000 && child.exitCode === null) {
      if (this.note()?.url) return (performance.now() - began) / 1_000;
      await sleep(50);
    }
    await this.stop();
    throw new Error(`The installation did not become ready:\n${this.said}`);
  }

  async stop(): Promise<void> {
    const child = this.running;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
    this.running = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Every process of the platform: who started it and all below. */
  pid(): number {
    if (!this.running?.pid) throw new Error('The installation does not run');
    return this.running.pid;
  }

  /** The process of one part of the platform. */
  processOf(name: string): number {
    const child = this.note()?.children.find((each) => each.name === name);
    if (!child) throw new Error(`There is no process ${name}`);
    return child.pid;
  }

  secret(name: string): string {
    return this.read<Record<string, string>>('secrets.json')[name]!;
  }

  serverPort(name: string): number {
    return this.read<Record<string, number>>('ports.json')[name]!;
  }

  /** The database as a service's own role sees it, or as the superuser. */
  database(role = 'postgres'): string {
    const password = this.secret(role === 'postgres' ? 'postgres' : `${role}.database`);
    return `postgres://${role}:${password}@127.0.0.1:${this.serverPort('postgres')}/antt`;
  }

  bus(user: string): string {
    const port = this.serverPort('nats');
    return `nats://${user}:${this.secret(`${user}.bus`)}@127.0.0.1:${port}`;
  }

  private note(): Note | null {
    try {
      return this.read<Note>('run/platform.json');
    } catch {
      return null;
    }
  }

  private read<T>(file: string): T {
    return JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as T;
  }
}
