import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/**
 * A process together with the moment it began, since the bare number may belong to a stranger after
 * a restart of the machine. Null when it is not running.
 */
export function identify(pid) {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name in parentheses may hold spaces; the fields after it are state, parent, … start (22nd).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return { pid, began: `${boot}:${fields[19]}` };
}

export function isRunning(identity) {
  return (
    identity !== null && identity !== undefined && identify(identity.pid)?.began === identity.began
  );
}

function readProc(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Starts a process in a group of its own, so that a Ctrl-C in the terminal reaches only whoever
 * stops the others in order. Should that one be killed, the kernel tells the child (`dying`).
 */
export function launch(command, args, { dying = 'SIGTERM', ...options } = {}) {
  const [file, rest] = setpriv
    ? [setpriv, ['--pdeathsig', dying.replace('SIG', ''), '--', command, ...args]]
    : [command, args];
  const child = spawn(file, rest, { detached: true, ...options });
  // A program that cannot be started has no number; whoever waits for it sees that it is not there.
  child.on('error', () => {});
  return child;
}

/** Asks with `signal`, waits, then forces. Children of the child go with it: the whole group is told. */
export async function stop(identity, { signal = 'SIGTERM', patience = 10_000 } = {}) {
  if (!isRunning(identity)) return;
  send(identity.pid, signal);
  for (const until = Date.now() + patience; Date.now() < until; await sleep(25)) {
    if (!isRunning(identity)) return;
  }
  if (isRunning(identity)) {
    send(-identity.pid, 'SIGKILL');
    send(identity.pid, 'SIGKILL');
  }
  for (const until = Date.now() + 5000; Date.now() < until; await sleep(25)) {
    if (!isRunning(identity)) return;
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It was faster than we were.
  }
}

/**
 * Runs a command to its end; resolves with `{ code, killedBy, output }`, never rejects for a failing
 * command. With `log` (a file descriptor) its output goes there instead; past `patience` it is ended.
 */
export function run(command, args, { onLine, log, ...options } = {}) {
  const out = log ?? 'pipe';
  let output = '';
  const take = (chunk) => {
    output = (output + chunk).slice(-1_000_000);
    onLine?.(chunk);
  };
  return finished(command, args, { stdio: ['ignore', out, out], ...options }, take).then(
    (ending) => ({ ...ending, output: output || (ending.error ?? '') }),
  );
}

/** The same for a command whose output the reader should see as it comes. */
export function runShown(command, args, options = {}) {
  return finished(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
}

function finished(command, args, { patience, ...options }, take) {
  return new Promise((resolve) => {
    const child = launch(command, args, options);
    running.add(child);
    const impatient =
      patience && setTimeout(() => child.pid && send(-child.pid, 'SIGKILL'), patience);
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    const end = (ending) => {
      clearTimeout(impatient);
      running.delete(child);
      resolve(ending);
    };
    child.on('error', (error) => end({ code: 127, error: error.message }));
    child.on('close', (code, killedBy) => end({ code: code ?? 128, killedBy }));
  });
}

const running = new Set();

/** Ends the commands still running under `run`, groups and all: for whoever is interrupted. */
export function endCommands() {
  for (const child of running) if (child.pid) send(-child.pid, 'SIGTERM');
}
