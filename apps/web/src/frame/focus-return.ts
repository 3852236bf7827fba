import { useEffect } from 'react';

const away = '.ant-drawer, .ant-modal-wrap';

/** When a drawer or dialog has gone, the keyboard stands again where it stood on the page before it opened. */
export function useFocusReturn() {
  useEffect(() => {
    const state: { last: HTMLElement | null; isAway: boolean } = { last: null, isAway: false };
    const page = () => document.getElementById('page');
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      if (target.closest(away)) state.isAway = true;
      // Tab past the end of a dialog touches the page for a moment, before the dialog takes it back.
      else if (target.closest('.frame') && !document.querySelector(away)) {
        Object.assign(state, { last: target, isAway: false });
      }
    };
    const look = () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!state.isAway || !lost || document.querySelector(away)) return;
      state.isAway = false;
      (state.last?.isConnected ? state.last : page())?.focus({ preventScroll: true });
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
