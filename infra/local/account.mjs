import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { local } from './place.mjs';
import { run } from './process.mjs';
import { Refusal } from './step.mjs';

/**
 * Where a cluster lives and as whom it runs: `{ folder, account }`. PostgreSQL refuses to be root, so
 * root lends it to `postgres` (or `nobody`); a folder that exists keeps the owner it has.
 */
export async function clusterHome(...names) {
  if (process.getuid() !== 0) {
    const folder = join(local, ...names);
    mkdirSync(folder, { recursive: true });
    refuseForeign(folder);
    return { folder, account: {} };
  }
  const inside = join(local, ...names);
  const account = ownerOf(inside) ?? ownerOf(join(outside(), ...names)) ?? unprivileged();
  mkdirSync(local, { recursive: true });
  // A checkout below /root is closed to every other user.
  const folder = (await canEnter(local, account)) ? inside : join(outside(), ...names);
  mkdirSync(folder, { recursive: true });
  chownSync(folder, account.uid, account.gid);
  return { folder, account };
}

/** The place for clusters when the installation's folder is closed to PostgreSQL's user. */
export function outside() {
  return join('/var/lib/antt-co-so', createHash('sha256').update(local).digest('hex').slice(0, 12));
}

function refuseForeign(folder) {
  const { uid } = statSync(folder);
  if (uid === process.getuid()) return;
  throw new Refusal(
    `${folder} belongs to another user (uid ${uid}): start as that user, or as root if root started it before.`,
  );
}

function ownerOf(folder) {
  if (!existsSync(folder)) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

function unprivileged() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user)
    throw new Refusal(
      'PostgreSQL never runs as root, and this machine has neither a user "postgres" nor "nobody".',
    );
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function canEnter(folder, account) {
  return (await run('test', ['-x', folder], { ...account, cwd: '/' })).code === 0;
}
