import { jobMessages } from '@antt/contracts';
import { writeFileErrors } from '@antt/reading';
import { JobModule } from '@antt/service-kit';
import { ResultImporter } from '../payments/result-importer.ts';
import { RosterFiles } from './roster-files.ts';
import { RosterImporter } from './roster-importer.ts';

/** What this service takes in from files: rosters, and what banks say of payments. */
export const importJobs = JobModule.with([RosterImporter, ResultImporter], {
  messages: jobMessages.personnel,
  writeErrors: writeFileErrors,
  seal: RosterFiles,
  controllers: [],
  providers: [],
});
