import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { services } from './database.mjs';
import { busUrl } from './nats.mjs';
import { checkout } from './place.mjs';
import { secret } from './secret.mjs';
import { Refusal } from './step.mjs';

// Processes get what they need and nothing else: no ADMIN_PASSWORD, no other service's password.
const inherited = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'LOG_LEVEL'];

/** What whoever runs the platform may set; the rest is given below. */
export const settings = {
  identity: [
    'DATABASE_POOL',
    'ACCESS_TOKEN_MINUTES',
    'SESSION_IDLE_HOURS',
    'SESSION_LONGEST_DAYS',
    'REFRESH_GRACE_SECONDS',
    'LOCK_AFTER',
    'LOCK_STRANGERS_AFTER',
    'LOCK_FIRST_SECONDS',
    'LOCK_LONGEST_MINUTES',
    'ONE_TIME_PASSWORD_DAYS',
    'DIGEST_AT',
    'PUBLIC_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'WEBHOOK_URL',
    'WEBHOOK_SECRET',
    'JOB_FILE_DAYS',
    'JOBS_OPEN',
  ],
  organisation: ['DATABASE_POOL', 'JOB_FILE_DAYS', 'JOBS_OPEN'],
  personnel: [
    'DATABASE_POOL',
    'JOB_FILE_DAYS',
    'JOBS_OPEN',
    'PERSONAL_DATA_KEYS',
    'PERSONAL_INDEX_KEY',
  ],
  activity: ['DATABASE_POOL', 'PERIODS_AHEAD_DAYS'],
  gateway: [
    'TRUST_PROXY',
    'COOKIE_SECURE',
    'REQUESTS_PER_MINUTE',
    'SIGN_INS_PER_ADDRESS',
    'SIGN_INS_PER_USERNAME',
    'UPLOAD_LIMIT',
    'FILE_LIMIT',
    'TILE_CACHE_BYTES',
    'LIVE_CONNECTIONS',
  ],
};

export function baseEnv(more = []) {
  const pairs = [...inherited, ...more]
    .filter((name) => name in process.env)
    .map((name) => [name, process.env[name]]);
  return { ...Object.fromEntries(pairs), NODE_ENV: 'production' };
}

/** What personnel encrypts with, unless the environment brings keys of its own. */
function personalKeys() {
  const key = () => randomBytes(32).toString('base64');
  return {
    PERSONAL_DATA_KEYS: process.env.PERSONAL_DATA_KEYS ?? secret('personnel.data', key),
    PERSONAL_INDEX_KEY: process.env.PERSONAL_INDEX_KEY ?? secret('personnel.index', key),
  };
}

/** The environment of each process, by name. */
export function processEnvs({ databases, busPort, healthPorts, port, host }) {
  const bus = (name) => process.env.NATS_URL ?? busUrl(name, busPort);
  const envs = {};
  for (const name of services) {
    envs[name] = {
      ...baseEnv(settings[name]),
      DATABASE_URL: databases[name].url,
      NATS_URL: bus(name),
      HEALTH_PORT: String(healthPorts[name]),
      ...(name === 'personnel' ? personalKeys() : {}),
    };
  }
  envs.gateway = {
    ...baseEnv(settings.gateway),
    PORT: String(port),
    HOST: host,
    NATS_URL: bus('gateway'),
    HEALTH_PORT: String(healthPorts.gateway),
    WEB_ROOT: join(checkout, 'apps/web/dist'),
  };
  return envs;
}

/** PORT and HOST as asked for; a wrong one is named. */
export function address(environment = process.env) {
  const text = environment.PORT || '8080';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  return { port, host: environment.HOST || '127.0.0.1' };
}
