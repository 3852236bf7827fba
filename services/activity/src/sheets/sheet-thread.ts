import { readWorkbook } from '@antt/reading';
import { parentPort, workerData } from 'node:worker_threads';

parentPort?.postMessage(await readWorkbook(workerData as Uint8Array, 'list'));
