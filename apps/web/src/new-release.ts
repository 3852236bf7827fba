/** A page opened before a new release asks for files that are gone: it loads itself anew, once a minute at most. */
const key = 'reloaded-at';
const pause = 60_000;

addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < pause) return;
  sessionStorage.setItem(key, String(Date.now()));
  event.preventDefault();
  location.reload();
});
