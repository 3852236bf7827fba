import { linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folder, readJson, writeJson } from './place.mjs';
import { identify, isRunning, stop } from './process.mjs';
import { Refusal } from './step.mjs';

const file = () => join(folder('run'), 'platform.json');

/** The platform that runs from this installation, `{ owner, what, url, children }`, or null. */
export function runningPlatform() {
  const note = readJson(file());
  return note && isRunning(note.owner) ? note : null;
}

/**
 * Takes the installation for this process; refuses while another one has it. What a killed
 * predecessor left running is stopped: only processes whose number *and* birth match its note.
 */
export async function takeInstallation(what) {
  const draft = `${file()}.${process.pid}.new`;
  const mine = { owner: identify(process.pid), what, url: null, children: [] };
  writeJson(draft, mine, 0o600);
  try {
    while (!linked(draft)) {
      const running = runningPlatform();
      if (running) throw new Refusal(alreadyRunning(running));
      await stopOrphans(readJson(file())?.children ?? []);
      rmSync(file(), { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    update: (changes) => writeJson(file(), Object.assign(mine, changes), 0o600),
    release: () => rmSync(file(), { force: true }),
  };
}

export function alreadyRunning({ owner, what, url }) {
  return `${what} is already running from this folder (process ${owner.pid}${url ? `, ${url}` : ''}). Stop it first with Ctrl-C or: kill ${owner.pid}`;
}

async function stopOrphans(children) {
  for (const { stopSignal, ...identity } of children.toReversed())
    await stop(identity, { signal: stopSignal });
}

function linked(draft) {
  try {
    linkSync(draft, file());
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}
