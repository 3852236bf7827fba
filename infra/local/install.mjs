import { performance } from 'node:perf_hooks';
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runLogged, tail } from './log.mjs';
import { checkout, readJson } from './place.mjs';
import { run } from './process.mjs';
import { Refusal } from './step.mjs';

/** The Node the platform runs on: pinned among the dependencies, so that every machine has the same. */
export const pinnedNode = join(checkout, 'node_modules/.bin/node');

/** The environment in which tools of the dependencies find each other and the pinned Node. */
export const toolEnv = (more = {}) => ({
  ...process.env,
  PATH: `${join(checkout, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  // A daemon would outlive the command that asked for it.
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  ...more,
});

/** Installs the dependencies where they are missing or differ from the lock file. */
export async function installDependencies() {
  const missing = !isInstalled();
  if (missing) await npm('ci');
  const pinned = existsSync(pinnedNode) ? await run(pinnedNode, ['--version']) : { code: 1 };
  // Where npm runs no install scripts, the package `node` is there without its binary.
  if (pinned.code !== 0) await npm('rebuild', 'node', '--ignore-scripts=false');
  return missing ? 'installed' : 'unchanged';
}

/**
 * npm notes in node_modules what it installed: that is compared, so no stamp of ours can lie. The note outlives a
 * folder that is deleted or emptied, so each one that is wanted must still hold a package.
 */
export function isInstalled(folder = checkout) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages;
  const present = readJson(join(folder, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/')) return true;
    if (!present[path]) return Boolean(optional);
    const fits = link || optional || present[path].version === version;
    return fits && existsSync(join(folder, path, 'package.json'));
  });
}

async function npm(...args) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  if (await runLogged('install', command, [...first, ...args])) return;
  throw new Refusal(
    `npm ${args.join(' ')} failed. The end of .local/log/install.log:\n\n${tail('install')}`,
  );
}

/**
 * Goes on under the pinned Node when another one began. Resolves only where nothing had to be done;
 * otherwise this process waits for the other, hands signals on and ends with its exit code.
 */
export async function continueOnPinnedNode() {
  if (realpathSync(process.execPath) === realpathSync(pinnedNode)) return;
  const child = spawn(pinnedNode, process.argv.slice(1), {
    stdio: 'inherit',
    env: toolEnv({ ANTT_FOLLOWS_PARENT: '1', ANTT_BEGAN: String(Date.now() - performance.now()) }),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Whoever listened until now would end this process before the one that does the work.
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  const code = await new Promise((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  process.exit(code);
}
