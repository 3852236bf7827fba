import { Worker } from 'node:worker_threads';

/** A file may cost so much memory and time: a hostile one costs itself, not the service. */
const limits = { maxOldGenerationSizeMb: 1_200, maxYoungGenerationSizeMb: 128 };

// From source (tests, development) the thread resolves our packages to their source, too.
const fromSource = import.meta.url.endsWith('.ts');
const execArgv = fromSource ? ['--conditions=antt-source', '--no-warnings'] : [];

/** What a thread came to, or what it had too little of. */
export type Outcome<T> = { result: T } | { exceeded: 'memory' | 'time' };

/** Runs `<name>.ts` beside this file in a thread of its own, and ends it after `patience` milliseconds. */
export function inThread<T>(name: string, data: unknown, patience: number): Promise<Outcome<T>> {
  const worker = new Worker(new URL(`./${name}.${fromSource ? 'ts' : 'js'}`, import.meta.url), {
    workerData: data,
    resourceLimits: limits,
    execArgv,
    // The parent's switches for its own loader are not the thread's.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let timer: NodeJS.Timeout;
  return new Promise<Outcome<T>>((resolve, reject) => {
    timer = setTimeout(() => resolve({ exceeded: 'time' }), patience);
    worker.once('message', (result: T) => resolve({ result }));
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ exceeded: 'memory' });
      else reject(error);
    });
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
