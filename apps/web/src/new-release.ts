import { isConnectionLost } from './connection.ts';

/** A page opened before a new release asks for files that are gone: it loads itself anew, once a minute at most. */
const key = 'reloaded-at';
const pause = 60_000;

addEventListener('vite:preloadError', (event) => {
  // Without a connection nothing is gone: it was never fetched, and the page says so.
  if (!navigator.onLine || isConnectionLost()) return;
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < pause) return;
  sessionStorage.setItem(key, String(Date.now()));
  event.preventDefault();
  location.reload();
});
