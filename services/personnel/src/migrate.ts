import { startMigration } from '@antt/service-kit';
import { personnel } from './service.ts';

await startMigration(personnel);
