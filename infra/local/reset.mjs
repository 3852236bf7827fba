import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { join } from 'node:path';
import { outside } from './account.mjs';
import { dropSchemas, platformUrl } from './database.mjs';
import { continueOnPinnedNode, installDependencies } from './install.mjs';
import { installation } from './installation.mjs';
import { local, tools } from './place.mjs';
import { alreadyRunning, takeInstallation, runningPlatform } from './running.mjs';
import { Refusal, say, sayFailure } from './step.mjs';

// Unpacked servers and the stamp of the build hold no data; fetching them again would only cost time.
const kept = new Set(local === tools ? ['servers', 'build.json'] : []);

async function main() {
  const running = runningPlatform();
  if (running) throw new Refusal(alreadyRunning(running));
  const places = [local, outside()].filter((place) => existsSync(place));
  const external = process.env.DATABASE_URL ? new URL(platformUrl(process.env.DATABASE_URL)) : null;
  if (!(await isAgreed(places, external))) return say('Nothing was changed.');
  // Stops what a killed start may have left running, before its data go.
  const taken = await takeInstallation('A reset');
  if (external) {
    await installDependencies();
    await continueOnPinnedNode();
    await dropSchemas(process.env.DATABASE_URL);
  }
  if (process.env.NATS_URL) {
    say(
      'The bus at NATS_URL is yours: remove its streams EVENTS and OBJ_files there (nats stream rm).',
    );
  }
  for (const name of existsSync(local) ? readdirSync(local) : []) {
    if (!kept.has(name) && name !== 'run')
      rmSync(join(local, name), { recursive: true, force: true });
  }
  rmSync(outside(), { recursive: true, force: true });
  taken.release();
  rmSync(join(local, 'run'), { recursive: true, force: true });
  say('Wiped. The next npm start begins anew.');
}

async function isAgreed(places, external) {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    throw new Refusal(
      'There is no terminal to ask on: npm run reset -- --yes wipes without a question.',
    );
  }
  const kind =
    { demo: 'the demo province', real: 'REAL DATA' }[installation()?.kind] ?? 'no data yet';
  say(`This wipes ${kind}, all accounts and logs:`);
  for (const place of places) say(`  ${place}`);
  if (external)
    say(
      `  the platform's schemas in the database ${external.pathname.slice(1)} on ${external.host}`,
    );
  const dialogue = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await dialogue.question('Type "wipe" to go on: ');
  dialogue.close();
  return answer.trim() === 'wipe';
}

main().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
