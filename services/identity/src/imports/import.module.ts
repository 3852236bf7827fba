import { jobMessages } from '@antt/contracts';
import { writeFileErrors } from '@antt/reading';
import { JobModule } from '@antt/service-kit';
import { Authority } from '../authority/authority.service.ts';
import { AccountImporter } from './account-importer.ts';
import { HandOverController } from './hand-over.controller.ts';
import { HandOverService } from './hand-over.service.ts';

/** What this service takes in from files: accounts. */
export const importJobs = JobModule.with([AccountImporter], {
  messages: jobMessages.identity,
  writeErrors: writeFileErrors,
  controllers: [HandOverController],
  providers: [Authority, HandOverService],
});
