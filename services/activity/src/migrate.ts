import { startMigration } from '@antt/service-kit';
import { activity } from './service.ts';

await startMigration(activity);
