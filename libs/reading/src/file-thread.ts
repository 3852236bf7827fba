import type { ImportKind, ImportOptions, RowProblem } from '@antt/contracts';
import { parentPort, workerData } from 'node:worker_threads';
import { inThread } from './thread.ts';

type File = { name: string; bytes: Uint8Array; options: ImportOptions };
type Reading<T> = { content: T | null; problems: RowProblem[] };
type Readers = Partial<Record<ImportKind, (file: File) => Promise<Reading<unknown>>>>;
type Sent = { kind: ImportKind; file: File };

/** For a file that is checked or applied; nobody sits and waits. */
const patience = 180_000;

/** Reads a file of a kind by the code `<name>.ts` beside `base`, in a thread; see `answerReadings`. */
export async function readInThread<T>(
  base: string,
  name: string,
  { kind, file }: Sent,
  deadline = Infinity,
): Promise<Reading<T>> {
  // Whoever waits for the answer leaves it this much time at most.
  const time = Math.max(1, Math.min(patience, (deadline - Date.now()) / 2));
  const sent = { kind, file };
  const outcome = await inThread<Reading<T>>(base, name, sent, time, deadline);
  if ('result' in outcome) return outcome.result;
  const code = outcome.exceeded === 'time' ? 'file-takes-too-long' : 'file-needs-too-much';
  return { content: null, problems: [{ code, at: null, severity: 'error' }] };
}

/** The whole code of a thread that reads files: answers with what the reader of the kind finds. */
export async function answerReadings(readers: Readers): Promise<void> {
  const { kind, file } = workerData as Sent;
  parentPort?.postMessage(await readers[kind]!(file));
}
