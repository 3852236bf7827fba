import { useState } from 'react';
import { changedPlace } from './history.rules.ts';

type History = {
  states: readonly unknown[];
  /** Where the last letter was typed; null when something else was done. */
  typing: string | null;
};

/** What is typed, with every state before it; letters typed into one place are undone together. */
export function useHistory(start: unknown) {
  const [{ states }, setHistory] = useState<History>({ states: [start], typing: null });
  const set = (next: unknown) =>
    setHistory(({ states: known, typing }) => {
      const place = changedPlace(known.at(-1), next);
      const goesOn = place !== null && place === typing && known.length > 1;
      return {
        states: [...(goesOn ? known.slice(0, -1) : known.slice(-200)), next],
        typing: place,
      };
    });
  const undo = () =>
    setHistory(({ states: known }) => ({
      states: known.length > 1 ? known.slice(0, -1) : known,
      typing: null,
    }));
  return { typed: states.at(-1), set, undo: states.length > 1 ? undo : null };
}
