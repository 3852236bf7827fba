import { createContext, useContext, useEffect, useState } from 'react';

/**
 * Which unit lies under the pointer, in the map or in the table. A store and not React state: it changes
 * with every move of the mouse, and only what lights up should hear of it.
 */
export class Hover {
  id: string | null = null;
  private readonly listeners = new Set<(id: string | null) => void>();

  set(id: string | null) {
    if (this.id === id) return;
    this.id = id;
    for (const listener of this.listeners) listener(id);
  }

  listen(listener: (id: string | null) => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

export const HoverContext = createContext(new Hover());

export const useHover = () => useContext(HoverContext);

/** True while this unit is the one under the pointer. */
export function useHovered(id: string): boolean {
  const hover = useHover();
  const [on, setOn] = useState(hover.id === id);
  useEffect(() => hover.listen((now) => setOn(now === id)), [hover, id]);
  return on;
}
