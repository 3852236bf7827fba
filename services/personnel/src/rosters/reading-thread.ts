import { answerReadings } from '@antt/reading';
import { readRoster } from './roster-columns.ts';

await answerReadings({ roster: readRoster });
