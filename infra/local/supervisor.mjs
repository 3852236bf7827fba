import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeLog, openLog, tail } from './log.mjs';
import { identify, isRunning, launch, stop } from './process.mjs';
import { Refusal } from './step.mjs';

const shortest = 250;
const longest = 15_000;
/** Whoever lived this long starts again without a penalty. */
const settled = 60_000;
/** A process may die this often before it was ever ready; then the start itself has failed. */
const attempts = 4;

/**
 * Keeps processes running. `start(spec)` resolves when the process is ready; from then on it is
 * started again whenever it dies. `stopAll()` stops them in the opposite order. `onChange` hears the
 * list of what runs (for the note that a later start reads), `report` hears what happened.
 *
 * A spec is `{ name, command, args, options, stopSignal, ready, before, patience }`: `ready(isGone)`
 * resolves true once the process can be used, `before()` clears the way for it.
 */
export function createSupervisor({ report = () => {}, onChange = () => {} } = {}) {
  const kept = [];
  let stopping = false;

  async function start(spec) {
    const entry = {
      spec,
      identity: null,
      failures: 0,
      renewing: false,
      wake: null,
      ended: null,
    };
    kept.push(entry);
    for (let attempt = 1; !stopping; attempt += 1) {
      if (await bringUp(entry)) return;
      if (stopping) break;
      if (attempt === attempts || isRunning(entry.identity)) throw neverReady(spec);
      await pause(entry, backoff(attempt));
    }
    throw new Refusal(`${spec.name} was stopped before it was ready.`);
  }

  /** Launches once; true when the process became ready, false when it died or stayed silent. */
  async function bringUp(entry) {
    const { spec } = entry;
    await spec.before?.();
    if (stopping) return false;
    const log = openLog(spec.name);
    const child = launch(spec.command, spec.args, {
      ...spec.options,
      dying: spec.stopSignal,
      stdio: ['ignore', log, log],
    });
    closeLog(log);
    const began = Date.now();
    entry.identity = child.pid ? identify(child.pid) : null;
    let gone = !entry.identity;
    let wasReady = false;
    entry.ended = new Promise((resolve) => child.once('close', resolve));
    child.once('exit', (code, signal) => {
      gone = true;
      if (wasReady) void revive(entry, { code, signal, lived: Date.now() - began });
    });
    note();
    wasReady = await isReady(spec, () => gone || stopping);
    return wasReady && !gone;
  }

  async function revive(entry, { code, signal, lived }) {
    const { spec } = entry;
    note();
    if (stopping) return;
    if (lived > settled) entry.failures = 0;
    let why = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    while (!stopping) {
      entry.failures += entry.renewing ? 0 : 1;
      const delay = entry.renewing ? 0 : backoff(entry.failures);
      if (!entry.renewing)
        report(`! ${spec.name} ${why}; starting it again in ${inSeconds(delay)}`);
      await pause(entry, delay);
      if (stopping) return;
      const began = performance.now();
      if (await bringUp(entry).catch(() => false)) {
        report(`✓ ${spec.name} is ready again after ${inSeconds(performance.now() - began)}`);
        entry.renewing = false;
        return;
      }
      entry.renewing = false;
      why = isRunning(entry.identity) ? 'does not become ready' : 'ended before it was ready';
      // One that hangs is ended first, or two would run beside each other.
      await end(entry);
    }
  }

  function pause(entry, delay) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delay);
      entry.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function end(entry) {
    entry.wake?.();
    await stop(entry.identity, {
      signal: entry.spec.stopSignal,
      patience: entry.spec.patienceToStop ?? 10_000,
    });
    await entry.ended;
  }

  async function stopAll() {
    stopping = true;
    for (const entry of kept) entry.wake?.();
    for (const entry of kept.toReversed()) {
      await end(entry);
      note();
    }
  }

  function note() {
    onChange(
      kept
        .filter((entry) => isRunning(entry.identity))
        .map(({ spec, identity }) => ({
          name: spec.name,
          stopSignal: spec.stopSignal,
          ...identity,
        })),
    );
  }

  /** Ends one process and starts it again with what lies on the disk now; for `npm run dev`. */
  async function restart(name) {
    const entry = kept.find(({ spec }) => spec.name === name);
    if (!entry) return;
    entry.renewing = true;
    await stop(entry.identity, { signal: entry.spec.stopSignal });
  }

  return { start, stopAll, restart };
}

const inSeconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
const backoff = (failures) => Math.min(longest, shortest * 2 ** (failures - 1));

async function isReady(spec, isGone) {
  for (const until = Date.now() + (spec.patience ?? 30_000); Date.now() < until && !isGone();) {
    if (await spec.ready(isGone)) return !isGone();
    await sleep(50);
  }
  return false;
}

function neverReady({ name }) {
  return new Refusal(
    `${name} did not become ready. The end of .local/log/${name}.log:\n\n${tail(name)}`,
  );
}
