import { JobModule } from '@antt/service-kit';
import { Authority } from '../authority/authority.service.ts';
import { AccountImporter } from './account-importer.ts';
import { ErrorWorkbookService } from './error-workbook.service.ts';
import { HandOverService } from './hand-over.service.ts';
import { JobController } from './job.controller.ts';

/** What this service takes in from files: accounts. */
export const importJobs = JobModule.with([AccountImporter], {
  controllers: [JobController],
  providers: [Authority, ErrorWorkbookService, HandOverService],
});
