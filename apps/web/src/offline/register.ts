const hour = 3_600_000;

/**
 * Lets the browser keep the pages for times without a connection, and look for a new release while a page stays
 * open for days. Over plain http there is no such thing; the development server has no worker to give.
 */
export function registerWorker(): (() => void) | undefined {
  if (!('serviceWorker' in navigator)) return undefined;
  const registered = navigator.serviceWorker.register('/sw.js').catch(() => null);
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    void registered.then((one) => one?.update()).catch(() => undefined);
  }, hour);
  return () => clearInterval(timer);
}
