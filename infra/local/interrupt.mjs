import { endCommands } from './process.mjs';
import { say } from './step.mjs';

/**
 * Calls `stop` once, whatever says that it is time: Ctrl-C, SIGTERM, a terminal that is gone, a parent
 * (npm, the first Node) that died. The process ends when `stop` is done.
 */
export function onInterrupt(stop) {
  let asked = null;
  const end = (why, code) => {
    if (asked) return;
    asked = Date.now();
    endCommands();
    Promise.resolve(stop(why))
      .catch((error) => say(String(error?.stack ?? error)))
      .finally(() => process.exit(code()));
  };
  let orderly = () => 130;
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => end(signal, () => orderly()));
  // Under nohup or without a terminal a hang-up means nothing.
  const terminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
  process.on('SIGHUP', () => terminal && end('the terminal is gone', () => orderly()));
  followParent(() => end('the process that started it is gone', () => orderly()));
  return {
    asked: () => asked !== null,
    /** From now on being stopped is the normal end, exit code 0. */
    normal: () => (orderly = () => 0),
  };
}

function followParent(end) {
  if (!process.env.npm_lifecycle_event && !process.env.ANTT_FOLLOWS_PARENT) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}
