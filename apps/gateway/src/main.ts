import { start } from './gateway.ts';

await start();
