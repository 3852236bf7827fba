/*
 * The service worker: built into /sw.js, a file of its own. It keeps the pages of a release on the device and
 * gives them out before the network is asked, so that they open without a connection and at once with a poor
 * one. A page and its files always come from one release: files are named by their content, and a new release
 * stands behind the old one until it is there to the last file.
 */
import { cacheName, filledOrGone, outlived, type Shell, wayOf, withNonce } from './shell.rules.ts';

// TypeScript's words for workers do not go together with those for pages.
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: 'install' | 'activate', listener: (event: Lasting) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void);
};
const worker = self as unknown as Worker;

// The build puts the release here.
const shell = JSON.parse('__SHELL__') as Shell;
const byPath = { ignoreSearch: true, ignoreVary: true };

async function fetched(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** Of what fails the browser tries again later. */
async function install() {
  await filledOrGone(caches, cacheName(shell), fill);
  // Pages that stand keep their files (see `outlived`), so nothing has to wait until they are closed.
  await worker.skipWaiting();
}

async function fill() {
  const cache = await caches.open(cacheName(shell));
  const page = await fetched('/', { cache: 'no-store', credentials: 'omit' });
  // While a release is rolled out, another server may still give the page of the former one.
  if (!(await page.clone().text()).includes(shell.entry))
    throw new Error('page of another release');
  await Promise.all(
    shell.files.map(async (path) => {
      const isNamed = path.startsWith('/assets/');
      const known = isNamed ? await caches.match(path, byPath) : undefined;
      await cache.put(
        path,
        known ?? (await fetched(path, { cache: isNamed ? 'default' : 'no-cache' })),
      );
    }),
  );
  await cache.put('/', page);
}

async function activate() {
  for (const name of outlived(await caches.keys())) await caches.delete(name);
  await worker.clients.claim();
}

const newNonce = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName(shell))).match('/', byPath);
  if (!kept) return fetch(request);
  const headers = new Headers(kept.headers);
  const policy = headers.get('content-security-policy') ?? '';
  const fresh = withNonce(await kept.text(), policy, newNonce());
  headers.set('content-security-policy', fresh.policy);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(fresh.html, { headers });
}

/** Of this release first; a page of the former one finds its own. */
async function file(request: Request): Promise<Response> {
  const own = await (await caches.open(cacheName(shell))).match(request, byPath);
  return own ?? (await caches.match(request, byPath)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, location.origin, shell.files);
  if (way === 'page') event.respondWith(page(event.request));
  if (way === 'file') event.respondWith(file(event.request));
});
