import { jobMessages } from '@antt/contracts';
import { writeFileErrors } from '@antt/reading';
import { JobModule } from '@antt/service-kit';
import { RosterFiles } from './roster-files.ts';
import { RosterImporter } from './roster-importer.ts';

/** What this service takes in from files: rosters. */
export const importJobs = JobModule.with([RosterImporter], {
  messages: jobMessages.personnel,
  writeErrors: writeFileErrors,
  seal: RosterFiles,
  controllers: [],
  providers: [],
});
