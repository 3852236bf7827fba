import { join, relative } from 'node:path';
import { accounts } from './demo.mjs';

/** What whoever started the platform needs next: where it is, who can sign in, where the logs are. */
export function welcome({ kind, url, took, password, administrator, local, checkout }) {
  const lines = ['', `ANTT Cơ sở is ready: ${url}   (${took})`];
  if (kind === 'demo') {
    lines.push('', `Demo accounts, all with the password ${password}`);
    for (const [name, purpose] of accounts) lines.push(`  ${name.padEnd(10)} ${purpose}`);
  } else if (administrator) {
    lines.push('', `Sign in as ${administrator}, with the password given at the first start.`);
  }
  lines.push('', `Ctrl-C stops everything. Logs: ${placeOf(join(local, 'log'), checkout)}`);
  return lines.join('\n');
}

/** From the checkout on, where it lies inside. */
function placeOf(folder, checkout) {
  const inside = relative(checkout, folder);
  return inside.startsWith('..') ? folder : inside;
}
