import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gatewayConfig } from '../apps/gateway/src/config.ts';
import { migratorConfig, serviceConfig } from '../libs/service-kit/src/config.ts';
import { services } from './local/database.mjs';

const root = join(import.meta.dirname, '..');
export const file = join(root, '.env.example');

const introduction = `\
# Settings of the processes of ANTT Cơ sở, made from their configuration schemas: npm run env-example
#
# npm start reads no such file: it makes the values of DATABASE_URL, NATS_URL and the ports itself and takes
# the others from the environment of the shell (README, "Settings"). This file is for whoever starts the
# processes in another way. Each process has an environment of its own: the same name has another value in
# each of them, and no process is given the password of another.
#
# A line that is commented out shows the default.
`;

/** A section for each process, with every setting that its schema knows. */
export async function envExample() {
  const sections = [
    ['every service', 'node services/<name>/dist/main.js', serviceConfig],
    [
      'migration of a service, before it starts',
      'node services/<name>/dist/migrate.js',
      migratorConfig,
    ],
  ];
  for (const name of services) {
    const own = await settingsOf(name);
    if (own) sections.push([`${name}, besides those of every service`, null, own]);
  }
  sections.push(['gateway', 'node apps/gateway/dist/main.js', gatewayConfig]);
  return [introduction, ...sections.map(section)].join('\n');
}

async function settingsOf(service) {
  const path = join(root, 'services', service, 'src/config.ts');
  return existsSync(path) ? (await import(path))[`${service}Settings`] : null;
}

function section([title, command, schema]) {
  const head = `# --- ${title}${command ? `: ${command}` : ''}\n`;
  return [head, ...Object.entries(schema.shape).map(setting)].join('\n');
}

function setting([name, schema]) {
  const { description, secret } = schema.meta() ?? {};
  if (!description) throw new Error(`${name} has no description`);
  const byDefault = schema.safeParse(undefined);
  const line = byDefault.success ? `#${name}=${byDefault.data ?? ''}` : `${name}=`;
  return `# ${description}${secret ? ' (secret)' : ''}\n${line}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, await envExample());
