import { mostSheetRows } from '@antt/contracts';
import { readWorkbook } from '@antt/reading';
import { parentPort, workerData } from 'node:worker_threads';

/** Headings and notes stand above the senders. */
const most = mostSheetRows + 100;

// What nobody would look at row by row is not handed over: it would hold up whoever else asks.
const { sheets, problems } = await readWorkbook(workerData as Uint8Array, 'list');
parentPort?.postMessage({
  sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, most) })),
  problems,
  longest: Math.max(0, ...sheets.map(({ rows }) => rows.length)),
  most,
});
