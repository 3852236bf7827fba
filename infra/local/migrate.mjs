import { build } from './build.mjs';
import { services } from './database.mjs';
import { onInterrupt } from './interrupt.mjs';
import { migrate, rememberedUrl, startPostgres } from './platform.mjs';
import { prepare } from './prepare.mjs';
import { runningPlatform, takeInstallation } from './running.mjs';
import { obtainServers } from './servers.mjs';
import { say, sayFailure, step } from './step.mjs';
import { createSupervisor } from './supervisor.mjs';

let taken = null;
let supervisor = null;
const interrupt = onInterrupt(end);

async function end() {
  await supervisor?.stopAll();
  taken?.release();
}

async function main() {
  await prepare();
  const running = runningPlatform();
  await step('build', () => build({ only: services }));
  if (running) {
    await step('migrations', () => migrate(rememberedUrl(), { always: true }).then(() => {}));
    return;
  }
  taken = await takeInstallation('A migration');
  supervisor = createSupervisor({
    report: say,
    onChange: (children) => taken.update({ children }),
  });
  const { pgBin } = process.env.DATABASE_URL ? {} : await obtainServers({ need: ['postgres'] });
  let adminUrl;
  await step('postgres', async () => {
    ({ adminUrl } = await startPostgres({ supervisor, pgBin }));
  });
  await step('migrations', () => migrate(adminUrl, { always: true }).then(() => {}));
}

main()
  .catch((error) => {
    if (interrupt.asked()) return;
    sayFailure(error);
    process.exitCode = 1;
  })
  .finally(async () => {
    if (interrupt.asked()) return;
    await end();
    process.exit();
  });
