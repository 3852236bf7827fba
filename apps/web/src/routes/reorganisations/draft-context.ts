import { addDays } from '@antt/kernel';
import { useCallback, useState } from 'react';
import { newId } from '../../new-id.ts';
import { type Draft, keepDraft, keptDraft, newDraft } from './draft.ts';

export type DraftProps = { draft: Draft; change: (edit: (draft: Draft) => Draft) => void };

/** The act that is being written down, the same after a reload. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => keptDraft() ?? newDraft(newId()));
  const change = useCallback((edit: (draft: Draft) => Draft) => {
    setDraft((old) => {
      // Another act is another one: what was sent under an id stays what it is.
      const next = { ...edit(old), id: newId() };
      keepDraft(next);
      return next;
    });
  }, []);
  const drop = useCallback(() => {
    keepDraft(null);
    setDraft(newDraft(newId()));
  }, []);
  return { draft, change, drop };
}

/** The last day on which the old units stand. */
export const eveOf = ({ on }: Draft, today: string) => addDays(on ?? today, -1);
