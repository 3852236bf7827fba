import { start } from '@antt/service-kit';
import { personnel } from './service.ts';

await start(personnel);
