import { start } from '@antt/service-kit';
import { organisation } from './service.ts';

await start(organisation);
