import { Problem } from '@antt/kernel';
import { databaseOptions, readConfig } from '@antt/service-kit';
import { DataSource } from 'typeorm';
import { identity } from './service.ts';
import { setUp } from './setup/set-up.ts';
import { setupConfig } from './setup/setup-kind.ts';

/** One-shot: makes the accounts that an installation begins with. */
async function main(): Promise<void> {
  const setup = readConfig(setupConfig);
  const options = databaseOptions(
    { url: setup.DATABASE_URL, schema: identity.name, pool: 2 },
    {
      entities: identity.entities,
    },
  );
  const db = await new DataSource(options).initialize();
  try {
    const { made, changed, kept } = await db.transaction((tx) => setUp(tx, setup));
    for (const username of made) process.stdout.write(`account ${username} made\n`);
    for (const username of changed) process.stdout.write(`account ${username}: new password\n`);
    process.stdout.write(`identity: ${made.length} made, ${kept.length} kept\n`);
  } finally {
    await db.destroy();
  }
}

await main().catch((error: unknown) => {
  const what = error instanceof Problem ? JSON.stringify(error.body) : String(error);
  process.stderr.write(`${what}\n`);
  process.exitCode = 1;
});
