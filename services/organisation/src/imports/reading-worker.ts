import type { ImportKind, RowProblem } from '@antt/contracts';
import type { ImportFile, Reading } from '@antt/service-kit';
import { Worker } from 'node:worker_threads';
import { finding } from './row-problem.ts';

/** A reader may use so much memory and time: a hostile file costs itself, not the service. */
const limits = { maxOldGenerationSizeMb: 1_200, maxYoungGenerationSizeMb: 128 };
const patience = 180_000;

// From source (tests, development) the thread resolves our packages to their source, too.
const fromSource = import.meta.url.endsWith('.ts');
const entry = new URL(fromSource ? './reading-thread.ts' : './reading-thread.js', import.meta.url);
const execArgv = fromSource ? ['--conditions=antt-source', '--no-warnings'] : [];

/** Reads a file of a kind in a thread of its own. */
export function read<T>(kind: ImportKind, file: ImportFile): Promise<Reading<T>> {
  const worker = new Worker(entry, {
    workerData: { kind, file },
    resourceLimits: limits,
    execArgv,
    // The parent's switches for its own loader are not the thread's.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return new Promise<Reading<T>>((resolve, reject) => {
    const timer = setTimeout(() => resolve(unreadable('file-takes-too-long')), patience);
    worker.once('message', (reading: Reading<T>) => {
      clearTimeout(timer);
      resolve(reading);
    });
    worker.once('error', (error: Error & { code?: string }) => {
      clearTimeout(timer);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(unreadable('file-needs-too-much'));
      else reject(error);
    });
  }).finally(() => void worker.terminate());
}

function unreadable(code: string): { content: null; problems: RowProblem[] } {
  return { content: null, problems: [finding(code, null)] };
}
