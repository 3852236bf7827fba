import type { ImportFile, Reading } from '@antt/service-kit';
import { answerReadings, readAnnex, readWorkbook } from '@antt/reading';
import { readConsolidations } from '../consolidations/consolidation-columns.ts';
import { readPairs } from '../reorganisations/pair-columns.ts';
import { readOutlines } from './boundary-reading.ts';
import { readTeams } from './team-columns.ts';
import { readUnits } from './unit-columns.ts';
import { readWorkplaces } from './workplace-columns.ts';

async function readQuotas({ bytes }: ImportFile): Promise<Reading<unknown>> {
  const { sheets, problems } = await readWorkbook(bytes, 'annex');
  if (sheets.length === 0) return { content: null, problems };
  const annex = readAnnex(sheets);
  return { content: annex.rows, problems: [...problems, ...annex.problems] };
}

await answerReadings({
  units: readUnits,
  boundaries: readOutlines,
  quotas: readQuotas,
  teams: readTeams,
  workplaces: readWorkplaces,
  reorganisations: readPairs,
  consolidations: readConsolidations,
});
