import { answerReadings } from '@antt/reading';
import { readResults } from '../payments/result-columns.ts';
import { readRoster } from './roster-columns.ts';

await answerReadings({ roster: readRoster, 'payment-results': readResults });
