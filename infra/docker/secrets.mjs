import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every password and key that docker-compose.yml asks for. */
export function secretVariables(compose) {
  return [
    ...new Set(
      [...compose.matchAll(/\$\{([A-Z_]+_(?:PASSWORD|KEYS?)):\?/g)].map((match) => match[1]),
    ),
  ];
}

/** `.env` for Docker Compose with a password of its own for each variable that `present` lacks. */
export function withSecrets(compose, present = '') {
  const missing = secretVariables(compose).filter(
    (name) => !new RegExp(`^${name}=`, 'm').test(present),
  );
  return present + missing.map((name) => `${name}=${made(name)}\n`).join('');
}

/** A key is 32 bytes in base64. A password begins with a letter: nats-server would read digits as a number. */
function made(name) {
  const isKey = /_KEYS?$/.test(name);
  return isKey ? randomBytes(32).toString('base64') : `p${randomBytes(20).toString('hex')}`;
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const file = join(root, '.env');
  const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(
    file,
    withSecrets(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), present),
    { mode: 0o600 },
  );
}
