import { useEffect, useState } from 'react';

/** A text as typed, settled for a moment: what is asked of the server. */
export function useSettled(text: string, milliseconds = 180): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}
