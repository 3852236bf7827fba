// Supervises two small processes until it is told to stop; prints what happens, one JSON line each.
import { onInterrupt } from './interrupt.mjs';
import { freePort } from './port.mjs';
import { isHealthy } from './platform.mjs';
import { createSupervisor } from './supervisor.mjs';

const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const server = `
  const { createServer } = require('node:http');
  createServer((_, answer) => answer.end('ok')).listen(Number(process.argv[1]), '127.0.0.1');
  process.on('SIGTERM', () => setTimeout(() => process.exit(0), 50));
`;

const supervisor = createSupervisor({
  report: (text) => tell({ report: text }),
  onChange: (children) => tell({ children: children.map(({ name, pid }) => ({ name, pid })) }),
});
onInterrupt(() => supervisor.stopAll());

for (const name of ['first', 'second']) {
  const port = await freePort();
  await supervisor
    .start({
      name,
      command: process.execPath,
      args:
        name === process.env.BROKEN
          ? ['-e', 'throw new Error("no licence to run")']
          : ['-e', server, String(port)],
      options: {},
      stopSignal: 'SIGTERM',
      ready: () => isHealthy(port),
    })
    .catch((error) => {
      tell({ failure: error.message });
      process.exit(1);
    });
}
tell({ ready: true });
