import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

type Job = {
  id: string;
  status: 'queued' | 'running' | 'succeeded' | 'rejected' | 'failed';
  counts: Record<string, number>;
  problems: unknown[];
};

/** How long a job may go untold of, in milliseconds. */
const patience = 120_000;

class Refusal extends Error {
  readonly isMomentary: boolean;

  constructor(message: string, status: number) {
    super(message);
    this.isMomentary = status === 503 || status === 504;
  }
}

/** Speaks to the gateway as a provincial administrator would, with a browser's requests. */
export class DemoClient {
  private readonly url: string;
  private token = '';

  constructor(url: string) {
    this.url = url;
  }

  async signIn(username: string, password: string): Promise<void> {
    const session = await this.send<{ accessToken: string }>('POST', '/sessions', {
      username,
      password,
    });
    this.token = session.accessToken;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('PUT', path, body);
  }

  /** Keeps a file under an id of one's own, for a noun whose command then names it. */
  async upload(noun: string, name: string, bytes: Uint8Array, id: string): Promise<void> {
    const form = new FormData();
    form.append(
      'file',
      new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }),
      name,
    );
    await this.send('POST', `/files?noun=${noun}&id=${id}`, form);
  }

  /** Uploads a file and waits until it is taken in. */
  async import(kind: string, file: string, options: Record<string, string> = {}): Promise<Job> {
    const form = new FormData();
    for (const [name, value] of Object.entries(options)) form.append(name, value);
    form.append('file', new Blob([await readFile(file)]), basename(file));
    const started = await this.send<Job>('POST', `/imports?kind=${kind}&dryRun=false`, form);
    let heard = Date.now();
    for (;;) {
      const job = await this.get<Job>(`/jobs/${started.id}`).catch((error: unknown) => {
        // The work goes on where a busy machine leaves one question about it unanswered.
        if (error instanceof Refusal && error.isMomentary && Date.now() - heard < patience)
          return null;
        throw error;
      });
      if (job) heard = Date.now();
      if (job?.status === 'succeeded') return job;
      if (job?.status === 'rejected' || job?.status === 'failed') {
        throw new Error(
          `${basename(file)}: ${job.status} ${JSON.stringify(job.problems.slice(0, 5))}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(120_000),
    });
    const text = await response.text();
    // A demo of thousands of reports may ask faster than one account should.
    if (response.status === 429) {
      const { retryAfter = 5 } = JSON.parse(text) as { retryAfter?: number };
      await new Promise((resolve) => setTimeout(resolve, retryAfter * 1_000));
      return this.send<T>(method, path, body);
    }
    if (!response.ok)
      throw new Refusal(`${method} ${path}: ${response.status} ${text}`, response.status);
    return (text ? JSON.parse(text) : null) as T;
  }
}
