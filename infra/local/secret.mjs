import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { local, readJson, writeJson } from './place.mjs';

const file = () => join(local, 'secrets.json');

/** The secret of that name, made at its first use and kept readable for the owner only. */
export function secret(name, make = password) {
  const secrets = readJson(file(), {});
  if (!(name in secrets)) {
    secrets[name] = make();
    writeJson(file(), secrets, 0o600);
  }
  return secrets[name];
}

/** Keeps a value chosen by somebody else, such as DEMO_PASSWORD. */
export function keepSecret(name, value) {
  writeJson(file(), { ...readJson(file(), {}), [name]: value }, 0o600);
}

export function password() {
  return randomBytes(24).toString('base64url');
}

/** A password that can be read out over the telephone: 4 groups of 4, about 79 bits. */
export function readablePassword() {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
