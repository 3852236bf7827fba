import { problem } from '@antt/contracts';
import { databaseOptions, readConfig, serviceConfig } from '@antt/service-kit';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const setupConfig = serviceConfig.pick({ DATABASE_URL: true }).extend({
  SETUP_KIND: z.enum(['demo', 'empty']).meta({ description: 'What the installation is to be' }),
});

/** One-shot: notes whether this is a demo or the real thing; an installation never changes from one to the other. */
async function main(): Promise<void> {
  const { DATABASE_URL, SETUP_KIND } = readConfig(setupConfig);
  const kind = SETUP_KIND === 'demo' ? 'demo' : 'real';
  const options = databaseOptions(
    { url: DATABASE_URL, schema: 'organisation', pool: 2 },
    { entities: [] },
  );
  const db = await new DataSource(options).initialize();
  try {
    const [{ units }] = await db.query(`select count(*)::int as units from unit`);
    const [before] = await db.query(`select kind from installation`);
    const isOther = before ? before.kind !== kind : kind === 'demo' && units > 0;
    if (isOther) throw problem('installation-holds-real-data', { kind: before?.kind ?? 'real' });
    await db.query(`insert into installation (kind) values ($1) on conflict do nothing`, [kind]);
    process.stdout.write(`organisation: ${kind} installation\n`);
  } finally {
    await db.destroy();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
