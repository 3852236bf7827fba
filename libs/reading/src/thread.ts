import { problem } from '@antt/contracts';
import { Worker } from 'node:worker_threads';

/** A file may cost so much memory and time: a hostile one costs itself, not the service. */
const limits = { maxOldGenerationSizeMb: 1_200, maxYoungGenerationSizeMb: 128 };
/** A file may take all the memory that one thread is given: many at once would take the machine's. */
const together = 2;

// From source (tests, development) the thread resolves our packages to their source, too.
const fromSource = import.meta.url.endsWith('.ts');
const execArgv = fromSource ? ['--conditions=antt-source', '--no-warnings'] : [];

/** What a thread came to, or what it had too little of. */
export type Outcome<T> = { result: T } | { exceeded: 'memory' | 'time' };

let busy = 0;
const waiting: (() => void)[] = [];

/**
 * Runs `<name>.ts` beside the file `base` in a thread of its own, and ends it after `patience` milliseconds.
 * Not more than two run at once in a process; who would wait beyond `deadline` is asked to come again.
 */
export async function inThread<T>(
  base: string,
  name: string,
  data: unknown,
  patience: number,
  deadline = Infinity,
): Promise<Outcome<T>> {
  await turn(deadline - patience);
  try {
    return await run<T>(new URL(`./${name}.${fromSource ? 'ts' : 'js'}`, base), data, patience);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

/** A free place, or the one of whoever ends next. */
function turn(latest: number): Promise<void> {
  if (Date.now() > latest) return Promise.reject(problem('try-again'));
  if (busy < together) {
    busy += 1;
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const enter = () => {
      clearTimeout(timer);
      resolve();
    };
    const giveUp = () => {
      waiting.splice(waiting.indexOf(enter), 1);
      reject(problem('try-again'));
    };
    const timer = Number.isFinite(latest) ? setTimeout(giveUp, latest - Date.now()) : undefined;
    waiting.push(enter);
  });
}

function run<T>(code: URL, data: unknown, patience: number): Promise<Outcome<T>> {
  const worker = new Worker(code, {
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
    // An end without a word would be waited for until the patience is over.
    worker.once('exit', () => reject(new Error('the thread ended without an answer')));
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
