import { jobMessages } from '@antt/contracts';
import { writeFileErrors } from '@antt/reading';
import { type Importer, JobModule } from '@antt/service-kit';
import { consolidationImporter } from '../consolidations/consolidation-import.ts';
import { reorganisationImporter } from '../reorganisations/reorganisation-import.ts';
import { boundaryImporter } from './boundary-import.ts';
import { PreviewController } from './preview.controller.ts';
import { PreviewService } from './preview.service.ts';
import { quotaImporter } from './quota-import.ts';
import { teamImporter } from './team-import.ts';
import { unitImporter } from './unit-import.ts';
import { workplaceImporter } from './workplace-import.ts';

/** What this service takes in from files. */
const importers: Importer[] = [
  unitImporter,
  boundaryImporter,
  quotaImporter,
  teamImporter,
  workplaceImporter,
  reorganisationImporter,
  consolidationImporter,
];

export const importJobs = JobModule.with(importers, {
  messages: jobMessages.organisation,
  writeErrors: writeFileErrors,
  controllers: [PreviewController],
  providers: [PreviewService],
});
