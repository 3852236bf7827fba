import { databaseOptions } from '@antt/service-kit';
import { DataSource } from 'typeorm';
import { type Sealed } from './audit/audit.rules.ts';
import { readChain } from './audit/read-chain.ts';
import { identity } from './service.ts';

/**
 * Command: recomputes the chain of the audit log. Ends with 1 and the first broken number. Given
 * `<seq>:<hash>` of a head noted earlier, it also proves that the log has not been cut off or written anew.
 */
async function main(noted: string | undefined): Promise<void> {
  const url = process.env.MIGRATOR_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Error('MIGRATOR_DATABASE_URL or DATABASE_URL must be set');
  const db = await new DataSource(
    databaseOptions({ url, schema: identity.name, pool: 2 }, {}),
  ).initialize();
  try {
    let found = noted === undefined;
    const see = ({ seq, hash }: Sealed) => {
      if (`${seq}:${hash}` === noted) found = true;
    };
    const chain = await readChain(db.manager, see);
    if (chain.brokenAt !== null) {
      process.stdout.write(`broken at ${chain.brokenAt}\n`);
      process.exitCode = 1;
    } else if (!found) {
      process.stdout.write(`intact, but ${noted} is not part of it\n`);
      process.exitCode = 1;
    } else {
      process.stdout.write(`intact: ${chain.entries} entries, head ${chain.seq}:${chain.hash}\n`);
    }
  } finally {
    await db.destroy();
  }
}

await main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 2;
});
