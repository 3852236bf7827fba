import { useSyncExternalStore } from 'react';

/** Somebody wants to send and nobody is signed in: asked for over the page, which stays. */
let asked = false;
const listeners = new Set<() => void>();

function set(next: boolean) {
  asked = next;
  for (const listener of listeners) listener();
}

export const askSignIn = () => set(true);
export const signInAnswered = () => set(false);

export const useSignInAsked = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => asked,
  );
