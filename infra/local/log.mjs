import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, folder } from './place.mjs';
import { run } from './process.mjs';

const limit = 10 * 1024 * 1024;
const kept = 3;

export const logFile = (name) => join(folder('log'), `${name}.log`);

/** Opens a log for appending and returns its descriptor; a log that has grown is put aside first. */
export function openLog(name) {
  const file = logFile(name);
  if (existsSync(file) && statSync(file).size > limit) {
    for (let age = kept - 1; age >= 1; age -= 1) {
      if (existsSync(`${file}.${age}`)) renameSync(`${file}.${age}`, `${file}.${age + 1}`);
    }
    renameSync(file, `${file}.1`);
  }
  return openSync(file, 'a', 0o640);
}

export const closeLog = (descriptor) => closeSync(descriptor);

/** The end of a log, for a message about a failure. */
export function tail(name, lines = 15) {
  const file = logFile(name);
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').slice(-20_000).trimEnd().split('\n').slice(-lines).join('\n');
}

/** Runs a command with its output in the log of that name; true when it succeeded. */
export async function runLogged(name, command, args, options = {}) {
  const log = openLog(name);
  try {
    return (await run(command, args, { cwd: checkout, ...options, log })).code === 0;
  } finally {
    closeLog(log);
  }
}
