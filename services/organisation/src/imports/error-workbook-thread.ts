import type { ImportKind, RowProblem } from '@antt/contracts';
import { readWorkbook } from '@antt/reading';
import { parentPort, workerData } from 'node:worker_threads';
import { writeErrors } from './write-errors.ts';

type Sent = { kind: ImportKind; bytes: Uint8Array; problems: RowProblem[] };

const { kind, bytes, problems } = workerData as Sent;
const { sheets } = await readWorkbook(bytes, kind === 'quotas' ? 'annex' : 'list');
parentPort?.postMessage(await writeErrors(sheets, problems));
