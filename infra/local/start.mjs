import { performance } from 'node:perf_hooks';
import { demoPassword, isDemoPasswordApplied, loadDemo, noteDemoPasswordApplied } from './demo.mjs';
import { address } from './env.mjs';
import { build } from './build.mjs';
import { chooseKind, firstAdministrator, installation, noteInstallation } from './installation.mjs';
import { onInterrupt } from './interrupt.mjs';
import { migrate, setUpAccounts, startBus, startPostgres, startProcesses } from './platform.mjs';
import { checkout, local } from './place.mjs';
import { isFree, portOwner } from './port.mjs';
import { prepare } from './prepare.mjs';
import { takeInstallation } from './running.mjs';
import { obtainServers } from './servers.mjs';
import { Refusal, say, sayFailure, seconds, step } from './step.mjs';
import { createSupervisor } from './supervisor.mjs';
import { watch } from './watch.mjs';
import { welcome } from './welcome.mjs';

// Where another Node installed the dependencies first, its time counts too.
const began = process.env.ANTT_BEGAN
  ? performance.now() - (Date.now() - Number(process.env.ANTT_BEGAN))
  : performance.now();
const args = process.argv.slice(2);
let taken = null;
let supervisor = null;

const interrupt = onInterrupt(async (why) => {
  say(`\nStopping (${why})`);
  await end();
  say('Stopped.');
});

async function end() {
  await supervisor?.stopAll();
  taken?.release();
}

async function main() {
  await prepare();
  const kind = chooseKind(args);
  const { port, host } = address();
  taken = await takeInstallation('The platform');
  supervisor = createSupervisor({
    report: say,
    onChange: (children) => taken.update({ children }),
  });
  await refuseTakenPort(port, host);
  const values = await firstValues(kind);
  noteInstallation({ kind });

  const need = [process.env.DATABASE_URL ? null : 'postgres', process.env.NATS_URL ? null : 'nats'];
  let servers = {};
  await step('servers', async () => {
    servers = await obtainServers({ need: need.filter(Boolean) });
  });
  await step('build', build);

  let adminUrl, busPort, databases;
  await step('postgres', async () => {
    const server = await startPostgres({ supervisor, pgBin: servers.pgBin });
    adminUrl = server.adminUrl;
    return server.note;
  });
  await step('nats', async () => {
    busPort = await startBus({ supervisor, natsServer: servers.natsServer });
  });
  await step('migrations', async () => {
    databases = await migrate(adminUrl);
  });
  if (values) {
    await step('accounts', async () => {
      if (!(await setUpAccounts({ databases, kind, values }))) return 'no setup.js yet';
      noteInstallation({ accounts: true, administrator: values.ADMIN_USERNAME });
      if (kind === 'demo') noteDemoPasswordApplied(values.DEMO_PASSWORD);
    });
  }
  await startProcesses({ supervisor, databases, busPort, port, host, step });
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  if (kind === 'demo' && !installation().demoLoaded) {
    await step('demo province', async () => {
      const note = await loadDemo({ gatewayUrl: url, password: demoPassword() });
      if (note === 'loaded') noteInstallation({ demoLoaded: true });
      return note;
    });
  }
  taken.update({ url });
  if (args.includes('--watch')) await watch({ supervisor, gatewayUrl: url });
  interrupt.normal();
  say(
    welcome({
      kind,
      url,
      took: seconds(began).trim(),
      password: kind === 'demo' ? demoPassword() : null,
      administrator: installation()?.administrator,
      local,
      checkout,
    }),
  );
}

/** What the first accounts are made from, or null when they are there as they should be. */
async function firstValues(kind) {
  if (kind === 'real') return installation()?.accounts ? null : firstAdministrator();
  const password = demoPassword();
  return isDemoPasswordApplied(password) ? null : { DEMO_PASSWORD: password };
}

async function refuseTakenPort(port, host) {
  if (await isFree(port, host)) return;
  const owner = await portOwner(port);
  throw new Refusal(
    `Port ${port} is taken${owner ? ` (by ${owner})` : ''}. Choose another one: PORT=${port + 1} npm start`,
  );
}

main().catch(async (error) => {
  // What fails because everything is being stopped is no failure.
  if (interrupt.asked()) return;
  sayFailure(error);
  await end();
  process.exit(1);
});
