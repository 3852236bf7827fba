import { existsSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { services } from './database.mjs';
import { baseEnv } from './env.mjs';
import { pinnedNode, toolEnv } from './install.mjs';
import { runLogged, tail } from './log.mjs';
import { checkout } from './place.mjs';
import { isFree, rememberedPort } from './port.mjs';
import { say } from './step.mjs';

const servers = [...services, 'gateway'];

/**
 * `npm run dev`: a change below libs, services or the gateway is built and the processes it concerns
 * are started again; pages come from Vite, which asks the gateway for everything else.
 */
export async function watch({ supervisor, gatewayUrl }) {
  const changed = new Set();
  let timer = null;
  let working = Promise.resolve();
  const note = (names) => {
    for (const name of names) changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(() => renew(supervisor, changed));
    }, 200);
  };
  observe('libs', () => note(servers));
  for (const name of services) observe(`services/${name}/src`, () => note([name]));
  observe('apps/gateway/src', () => note(['gateway']));
  await startVite({ supervisor, gatewayUrl });
}

function observe(folder, onChange) {
  const path = join(checkout, folder);
  if (!existsSync(path)) return;
  watchFolder(path, { recursive: true }, (_event, file) => {
    const isSource =
      /\.(ts|sql|json)$/.test(file ?? '') && !/(^|\/)(dist|node_modules)\//.test(file);
    if (isSource && !file.endsWith('.test.ts')) onChange();
  });
}

async function renew(supervisor, changed) {
  const names = [...changed];
  changed.clear();
  if (names.length === 0) return;
  const nx = ['run-many', '-t', 'build', '--exclude=web', '--output-style=static'];
  if (!(await runLogged('build', 'nx', nx, { env: toolEnv() }))) {
    say(`✗ build\n${tail('build', 20)}`);
    return;
  }
  for (const name of names) await supervisor.restart(name);
}

async function startVite({ supervisor, gatewayUrl }) {
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite) || !existsSync(join(checkout, 'apps/web/index.html'))) return;
  const port = process.env.WEB_PORT ?? String(await rememberedPort('vite'));
  await supervisor.start({
    name: 'vite',
    command: pinnedNode,
    args: [vite, '--host', '127.0.0.1', '--port', port, '--strictPort', '--clearScreen', 'false'],
    options: {
      cwd: join(checkout, 'apps/web'),
      env: { ...baseEnv(), NODE_ENV: 'development', GATEWAY_URL: gatewayUrl },
    },
    stopSignal: 'SIGTERM',
    ready: async () => !(await isFree(Number(port))),
  });
  say(`✓ pages, renewed while you type: http://127.0.0.1:${port}`);
}
