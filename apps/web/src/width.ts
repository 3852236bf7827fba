import { useSyncExternalStore } from 'react';

/** Phones and narrow windows: the bottom bar instead of the navigation at the left. */
const narrow = '(max-width: 767px)';

function subscribe(listener: () => void) {
  const query = matchMedia(narrow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export const useNarrow = () => useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
