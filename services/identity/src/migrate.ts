import { startMigration } from '@antt/service-kit';
import { identity } from './service.ts';

await startMigration(identity);
