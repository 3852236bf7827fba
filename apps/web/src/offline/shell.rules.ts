/** What a release consists of, as the build writes it into the worker. */
export type Shell = {
  /** A digest of the files: another release is another name. */
  version: string;
  /** Part of the page of this release alone: a page without it comes from another one. */
  entry: string;
  /** Paths that are kept on the device. */
  files: string[];
};

const prefix = 'antt-shell-';
export const cacheName = ({ version }: Pick<Shell, 'version'>) => prefix + version;

/** How the worker answers: with the page, with a kept file, or not at all, so that the network does. */
export type Way = 'page' | 'file' | 'network';

type Asked = { method: string; mode: string; url: string };

/**
 * Answers of the API are never kept here: people's data lie in the encrypted store alone. Every other address
 * without an ending is one of the page's own.
 */
export function wayOf({ method, mode, url }: Asked, origin: string, files: Shell['files']): Way {
  const { origin: from, pathname } = new URL(url);
  if (method !== 'GET' || from !== origin || /^\/api(\/|$)/.test(pathname)) return 'network';
  if (mode === 'navigate') return /\.\w+$/.test(pathname) ? 'network' : 'page';
  return files.includes(pathname) || pathname.startsWith('/assets/') ? 'file' : 'network';
}

type Caches = Pick<CacheStorage, 'has' | 'delete'>;

/**
 * Everything or nothing: of a release that is there by half nothing stays. What an earlier installation made is
 * left alone: pages may stand on it.
 */
export async function filledOrGone(caches: Caches, name: string, fill: () => Promise<void>) {
  const wasThere = await caches.has(name);
  await fill().catch(async (cause: unknown) => {
    if (!wasThere) await caches.delete(name);
    throw cause;
  });
}

/**
 * Of the releases on the device the newest two stay: pages that were opened before go on with the files they
 * were opened with. Names come in the order in which they were made.
 */
export const outlived = (names: readonly string[]) =>
  names.filter((name) => name.startsWith(prefix)).slice(0, -2);

/**
 * The page as if the server had just sent it: with a nonce of its own, in the page and in its policy. A kept
 * one that stayed the same could be learnt and used.
 */
export function withNonce(html: string, policy: string, nonce: string) {
  const known = /name="csp-nonce" content="([^"]+)"/.exec(html)?.[1];
  if (!known) return { html, policy };
  return { html: html.replaceAll(known, nonce), policy: policy.replaceAll(known, nonce) };
}
