import { performance } from 'node:perf_hooks';

/** A failure whose message is all the reader needs: printed without a stack. */
export class Refusal extends Error {}

// A closed terminal or pipe must not take the platform's servers down with an unhandled EPIPE.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

export function say(text = '') {
  process.stdout.write(`${text}\n`);
}

/** Longer silence looks like a standstill. */
const silence = 5_000;

/**
 * Runs one named step and prints it with its time, and before its end that it is under way when it takes long;
 * `note` is what the step reports about itself.
 */
export async function step(name, work) {
  const began = performance.now();
  const notice = setTimeout(() => say(`… ${name}`), silence);
  try {
    const note = await work();
    say(`✓ ${name.padEnd(34)} ${seconds(began)}${typeof note === 'string' ? `   ${note}` : ''}`);
    return note;
  } catch (error) {
    say(`✗ ${name.padEnd(34)} ${seconds(began)}`);
    throw error;
  } finally {
    clearTimeout(notice);
  }
}

export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`;
}

/** Prints a failure: a refusal as it is, anything else with its stack. */
export function sayFailure(error) {
  const text = error instanceof Refusal ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\n${text}\n`);
}
