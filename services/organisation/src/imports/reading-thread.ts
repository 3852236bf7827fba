import type { ImportKind } from '@antt/contracts';
import type { ImportFile, Reading } from '@antt/service-kit';
import { readAnnex, readWorkbook } from '@antt/reading';
import { parentPort, workerData } from 'node:worker_threads';
import { readOutlines } from './boundary-reading.ts';
import { readTeams } from './team-columns.ts';
import { readUnits } from './unit-columns.ts';
import { readWorkplaces } from './workplace-columns.ts';

const readers: Partial<Record<ImportKind, (file: ImportFile) => Promise<Reading<unknown>>>> = {
  units: readUnits,
  boundaries: readOutlines,
  quotas: readQuotas,
  teams: readTeams,
  workplaces: readWorkplaces,
};

async function readQuotas({ bytes }: ImportFile): Promise<Reading<unknown>> {
  const { sheets, problems } = await readWorkbook(bytes, 'annex');
  if (sheets.length === 0) return { content: null, problems };
  const annex = readAnnex(sheets);
  return { content: annex.rows, problems: [...problems, ...annex.problems] };
}

const { kind, file } = workerData as { kind: ImportKind; file: ImportFile };
parentPort?.postMessage(await readers[kind]!(file));
