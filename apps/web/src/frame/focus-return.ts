import { useEffect, useRef } from 'react';

const away = '.ant-drawer, .ant-modal-wrap';

const isLost = () => document.activeElement === null || document.activeElement === document.body;

type Layers = Map<Element | null, HTMLElement>;

/**
 * When a drawer or dialog has gone, the keyboard stands again where it stood before it opened: on the page, or
 * in what lay below it.
 */
export function useFocusReturn() {
  useEffect(() => {
    // Where the keyboard stood last, by the drawer or dialog around it; null is the page.
    const stood: Layers = new Map();
    let isAway = false;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const layer = target.closest(away);
      if (layer) {
        isAway = true;
        stood.set(layer, target);
        // Tab past the end of a dialog touches the page for a moment, before the dialog takes it back.
      } else if (target.closest('.frame') && !document.querySelector(away)) {
        isAway = false;
        stood.set(null, target);
      }
    };
    const look = () => {
      const gone = [...stood.keys()].filter((layer) => layer !== null && !layer.isConnected);
      for (const layer of gone) stood.delete(layer);
      if (!isAway || gone.length === 0 || !isLost()) return;
      const top = [...document.querySelectorAll(away)].at(-1) ?? null;
      isAway = top !== null;
      const last = stood.get(top);
      const whole = top instanceof HTMLElement ? top : document.getElementById('page');
      (last?.isConnected ? last : whole)?.focus({ preventScroll: true });
    };
    // Whoever opens and closes it takes it out of the body as a whole.
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true });
    document.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

/** Where the thing that had the keyboard went with the page before, it stands on the page that came. */
export function useFocusOnArrival(pathname: string) {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (isLost()) document.getElementById('page')?.focus({ preventScroll: true });
  }, [pathname]);
}
