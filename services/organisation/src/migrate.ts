import { startMigration } from '@antt/service-kit';
import { organisation } from './service.ts';

await startMigration(organisation);
