import { start } from '@antt/service-kit';
import { identity } from './service.ts';

await start(identity);
