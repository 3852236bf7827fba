import { pathToFileURL } from 'node:url';
import { busConfiguration } from '../local/nats.mjs';

/** The variable that holds the bus password of a process. */
export const passwordVariable = (name) => `${name.toUpperCase()}_BUS_PASSWORD`;

/**
 * The bus's configuration for containers: as on one machine, but with passwords from the environment.
 * nats-server replaces a variable only where it stands without quotes.
 */
export function containerConfiguration() {
  const configuration = busConfiguration({
    host: '0.0.0.0',
    port: 4222,
    store: '/data',
    passwordOf: (name) => `$${passwordVariable(name)}`,
  });
  const text = JSON.stringify({ ...configuration, http: '127.0.0.1:8222' }, null, 2);
  return `# Written by infra/docker/bus.mjs from infra/nats/permission.mjs.\n${text.replace(/"(\$[A-Z_]+_PASSWORD)"/g, '$1')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(containerConfiguration());
}
