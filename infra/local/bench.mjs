import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { pinnedNode, toolEnv } from './install.mjs';
import { onInterrupt } from './interrupt.mjs';
import { checkout } from './place.mjs';
import { prepare } from './prepare.mjs';
import { launch, identify, stop } from './process.mjs';
import { obtainServers } from './servers.mjs';
import { Refusal, sayFailure, step } from './step.mjs';

const entry = join(checkout, 'infra/bench/main.ts');
let bench = null;
onInterrupt(() => stop(bench));

async function main() {
  await prepare();
  let servers;
  await step('servers', async () => {
    servers = await obtainServers({ need: ['postgres', 'nats', 'chromium'] });
  });
  await step('build', build);
  if (!existsSync(entry)) throw new Refusal('There is no infra/bench/main.ts.');
  const env = toolEnv({
    TEST_PG_BIN: servers.pgBin,
    TEST_NATS_SERVER: servers.natsServer,
    TEST_CHROMIUM: servers.chromium,
  });
  const args = ['--conditions=antt-source', entry, ...process.argv.slice(2)];
  const child = launch(pinnedNode, args, { cwd: checkout, env, stdio: 'inherit' });
  bench = identify(child.pid);
  process.exitCode = await new Promise((resolve) =>
    child.on('close', (code) => resolve(code ?? 1)),
  );
}

main().then(
  () => process.exit(),
  (error) => {
    sayFailure(error);
    process.exit(1);
  },
);
