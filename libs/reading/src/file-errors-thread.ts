import { parentPort, workerData } from 'node:worker_threads';
import { type FileWithErrors, writeErrors } from './file-errors.ts';
import { readWorkbook } from './workbook.ts';

const { kind, bytes, problems } = workerData as FileWithErrors;
const { sheets } = await readWorkbook(bytes, kind === 'quotas' ? 'annex' : 'list');
parentPort?.postMessage(await writeErrors(sheets, problems));
