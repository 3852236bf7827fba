import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What belongs to the checkout, whatever data it works on: unpacked servers, stamps of the build. */
export const tools = join(checkout, '.local');

/**
 * Everything an installation keeps: data, secrets, logs. `npm run reset` removes it. ANTT_LOCAL names
 * another folder, so that a throw-away platform can run beside the one people work with.
 */
export const local = process.env.ANTT_LOCAL ? resolve(process.env.ANTT_LOCAL) : tools;

export function folder(...names) {
  const path = join(local, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

export function readJson(path, otherwise = null) {
  if (!existsSync(path)) return otherwise;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return otherwise;
  }
}

/** Written beside and renamed, so that a killed process never leaves half a file. */
export function writeJson(path, value, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode });
  chmodSync(draft, mode);
  renameSync(draft, path);
}
