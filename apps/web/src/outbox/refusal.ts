import { problemFrom, type Problem } from '@antt/kernel';
import { useMemo } from 'react';
import type { Entry } from './entry.ts';

/** Why an entry was refused, as one problem: a form would hear of another one at each drawing. */
export function useRefusal(entry: Entry | undefined): Problem | null {
  const body = entry?.state === 'refused' ? entry.problem : null;
  return useMemo(() => (body ? problemFrom(body) : null), [body]);
}
