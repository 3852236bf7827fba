import { start } from '@antt/service-kit';
import { activity } from './service.ts';

await start(activity);
