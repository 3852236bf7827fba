import { answerReadings } from '@antt/reading';
import { readAccountFile } from './account-columns.ts';

await answerReadings({ accounts: readAccountFile });
