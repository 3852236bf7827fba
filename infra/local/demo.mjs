import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseEnv } from './env.mjs';
import { pinnedNode } from './install.mjs';
import { runLogged, tail } from './log.mjs';
import { checkout, folder } from './place.mjs';
import { keepSecret, readablePassword, secret } from './secret.mjs';
import { Refusal } from './step.mjs';

/** One account for each user of the product, with the work it comes to do. */
export const accounts = [
  ['tinh', 'the province: decisions, quotas, imports'],
  ['tinh2', 'the province: verifies what another entered'],
  ['huyen', 'one district until 30 June 2025, its successor communes from then on'],
  ['taichinh', 'finance: prepares'],
  ['taichinh2', 'finance: confirms'],
  ['xa', 'one commune'],
  ['to', 'a team leader in the same commune'],
  ['kiemtra', 'inspection: reads everything, changes nothing'],
];

/** DEMO_PASSWORD where it is set, else one made at the first start and kept. */
export function demoPassword(environment = process.env) {
  const chosen = environment.DEMO_PASSWORD;
  if (!chosen) return secret('demo.password', readablePassword);
  if (chosen.length < 12) throw new Refusal('DEMO_PASSWORD must have at least 12 characters.');
  keepSecret('demo.password', chosen);
  return chosen;
}

// DEMO_PASSWORD may be another one at a later start: the accounts then follow it.
const applied = 'demo.password.applied';
export const isDemoPasswordApplied = (password) => secret(applied, () => '') === password;
export const noteDemoPasswordApplied = (password) => keepSecret(applied, password);

const loader = join(checkout, 'infra/demo/load.ts');

/** Loads the demo province through the gateway; the imports are repeatable, so an interrupted load is too. */
export async function loadDemo({ gatewayUrl, password }) {
  if (!existsSync(loader)) return 'no loader';
  const env = {
    ...baseEnv(),
    GATEWAY_URL: gatewayUrl,
    DEMO_PASSWORD: password,
    DEMO_FOLDER: folder('demo'),
  };
  const args = ['--conditions=antt-source', loader];
  if (await runLogged('demo', pinnedNode, args, { env })) return 'loaded';
  throw new Refusal(
    `The demo province was not loaded. The end of .local/log/demo.log:\n\n${tail('demo', 30)}`,
  );
}
