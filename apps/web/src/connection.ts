import { useSyncExternalStore } from 'react';

/** Whether the gateway answers: on a closed network the browser's own "online" says nothing, its "offline" does. */
let lost = navigator.onLine === false;
const listeners = new Set<() => void>();

function set(next: boolean) {
  if (lost === next) return;
  lost = next;
  for (const listener of listeners) listener();
}

export const connectionLost = () => set(true);
export const connectionBack = () => set(false);
export const isConnectionLost = () => lost;

export function onConnection(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useConnectionLost = () => useSyncExternalStore(onConnection, isConnectionLost);

globalThis.addEventListener?.('offline', connectionLost);
