import { useSyncExternalStore } from 'react';

/** Grows when the live stream says that something drawn has changed: the tiles are asked for again. */
let version = 0;
const listeners = new Set<() => void>();

export function mapHasChanged() {
  version++;
  for (const listener of listeners) listener();
}

export const useMapVersion = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => version,
  );
