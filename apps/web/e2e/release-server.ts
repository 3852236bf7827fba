import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Shell } from '../src/offline/shell.rules.ts';

const built = readFileSync(join(import.meta.dirname, '../dist/sw.js'), 'utf8');

/** The worker as it ships, with the files of another release than the one it was built with. */
const workerOf = (shell: Shell) =>
  built.replace(
    /JSON\.parse\((".*?[^\\]")\)/s,
    () => `JSON.parse(${JSON.stringify(JSON.stringify(shell))})`,
  );

type Files = Record<string, string>;

/** Two files and a page, of which each names its release; the second file is fetched when it is asked for. */
function releaseOf(version: string): Files {
  const entry = `assets/app-${version}.js`;
  const files = [`/${entry}`, `/assets/part-${version}.js`];
  return {
    '/': `<!doctype html><meta name="csp-nonce" content="NONCE"><body>
<script type="module" src="/${entry}"></script></body>`,
    '/sw.js': workerOf({ version, entry, files }),
    [`/${entry}`]: `document.title = 'release ${version}';
const style = document.createElement('style');
style.nonce = document.querySelector('meta').content;
style.textContent = 'body { color: rgb(1, 2, 3) }';
document.body.append(style);
window.later = () => import('./part-${version}.js').then((part) => part.said);
navigator.serviceWorker.register('/sw.js');`,
    [`/assets/part-${version}.js`]: `export const said = 'part ${version}';`,
  };
}

const policyOf = (nonce: string) =>
  `default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'nonce-${nonce}'`;

/**
 * A machine that gives out one release after the other, which a platform of the tests cannot: it knows the files
 * it was started with. Pages go out as the gateway sends them, each with a nonce of its own.
 */
export async function startReleases() {
  let files: Files = {};
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://release.test');
    const isPage = !/\.\w+$/.test(pathname);
    const content = files[isPage ? '/' : pathname];
    if (content === undefined) return void response.writeHead(404).end();
    const nonce = isPage ? randomUUID() : '';
    response.setHeader('content-security-policy', policyOf(nonce));
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.setHeader('cache-control', isPage ? 'no-store' : 'no-cache');
    response.end(content.replaceAll('NONCE', nonce));
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', () => go()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on this release is the one; without a file it is not there yet. */
    give: (version: string, { without }: { without?: string } = {}) => {
      files = releaseOf(version);
      if (without) delete files[without];
    },
    stop: () => new Promise<void>((go) => server.close(() => go())),
  };
}
