import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { build } from './build.mjs';
import { pinnedNode, toolEnv } from './install.mjs';
import { onInterrupt } from './interrupt.mjs';
import { runLogged, tail } from './log.mjs';
import { checkout, folder } from './place.mjs';
import { prepare } from './prepare.mjs';
import { runShown } from './process.mjs';
import { checkResult, jestResult, lastLine, total } from './report.mjs';
import { obtainServers } from './servers.mjs';
import { Refusal, say, sayFailure, seconds, step } from './step.mjs';

/** A run that hangs is ended, or the one who waits would learn nothing; a slow machine is let finish. */
const patience = 25 * 60_000;

/** Everything that must pass, in order. Each entry answers `{ passed, failed, skipped }`. */
const parts = {
  lint: () =>
    checked('lint', [
      ['nx', 'run-many', '-t', 'lint', '--output-style=static'],
      ['eslint', 'infra', '*.mjs'],
    ]),
  format: () => checked('format', [['prettier', '--check', '.']]),
  types: () => checked('types', [['tsc', '--noEmit']]),
  build: () => checked('build', []),
  unit: () => jest('node'),
  web: () => jest('web'),
  journeys: () => jest('journeys'),
};

async function checked(name, commands) {
  let succeeded = true;
  await step(name, async () => {
    if (name === 'build') return build();
    for (const [command, ...args] of commands) {
      succeeded = (await runLogged(name, command, args, { env: toolEnv(), patience })) && succeeded;
    }
    if (!succeeded) throw new Refusal(`${name} found something to repair:\n\n${tail(name, 60)}`);
  }).catch((error) => {
    succeeded = false;
    sayFailure(error);
  });
  return checkResult(succeeded);
}

async function jest(project) {
  const began = performance.now();
  const report = join(folder('report'), `${project}.json`);
  rmSync(report, { force: true });
  say(`\n${project} tests`);
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const script = join(checkout, 'node_modules/jest/bin/jest.js');
  const args = ['--selectProjects', project, '--json', `--outputFile=${report}`];
  const { code } = await runShown(pinnedNode, [...node, script, ...args], {
    cwd: checkout,
    // Threads that read files start from source: what they load is compiled once for all of them.
    env: toolEnv({ ANTT_PREPARED: '1', NODE_COMPILE_CACHE: folder('compile-cache') }),
    patience,
  });
  const result = jestResult(report, code);
  say(
    `${result.failed === 0 ? '✓' : '✗'} ${`${project} tests`.padEnd(34)} ${seconds(began)}   ${lastLine(result)}`,
  );
  return result;
}

function asked() {
  const option = process.argv.find((argument) => argument.startsWith('--only='));
  if (!option) return Object.keys(parts);
  const names = option.slice('--only='.length).split(',');
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length === 0) return names;
  throw new Refusal(`There is no part "${unknown.join(', ')}": ${Object.keys(parts).join(', ')}.`);
}

const interrupt = onInterrupt(() => {});

async function main() {
  await prepare();
  const names = asked();
  const need = names.some((name) => ['unit', 'journeys'].includes(name))
    ? ['postgres', 'nats']
    : [];
  if (names.includes('journeys')) need.push('chromium');
  await step('servers', () => obtainServers({ need }));
  const results = [];
  for (const name of names) {
    if (interrupt.asked()) return;
    results.push(await parts[name]());
  }
  const sum = total(results);
  say(`\n${lastLine(sum)}`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

main()
  .catch((error) => {
    if (interrupt.asked()) return;
    sayFailure(error);
    // Whoever reads only the last line must not take silence for success.
    say(lastLine(checkResult(false)));
    process.exitCode = 1;
  })
  .finally(() => interrupt.asked() || process.exit());
