import { type getPolicy, placedRates } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { useMemo, useState } from 'react';

type Detail = Output<typeof getPolicy>;
type Known = Detail['confirmations'][number];

export type Confirming = {
  known: ReadonlyMap<string, Known>;
  /** Values that nobody has compared yet and that somebody could. */
  open: readonly string[];
  /** All values, also those whose amount is unknown. */
  total: number;
  chosen: ReadonlySet<string>;
  mayConfirm: boolean;
  toggle: (path: string) => void;
  choose: (paths: readonly string[]) => void;
};

/** Which values were compared with the instrument, and which are ticked to be confirmed now. */
export function useConfirming(
  { document, confirmations }: Pick<Detail, 'document' | 'confirmations'>,
  mayConfirm: boolean,
): Confirming {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const known = new Map(confirmations.map((one) => [one.path, one]));
    const values = placedRates(document);
    const open = values
      .filter(({ path, rate }) => !known.has(path) && !('unknown' in rate.value))
      .map(({ path }) => path);
    // What was confirmed meanwhile is no longer ticked.
    const chosen = new Set(open.filter((path) => ticked.has(path)));
    const toggle = (path: string) => {
      const next = new Set(chosen);
      if (!next.delete(path)) next.add(path);
      setTicked(next);
    };
    const choose = (paths: readonly string[]) => setTicked(new Set(paths));
    return { known, open, total: values.length, chosen, mayConfirm, toggle, choose };
  }, [document, confirmations, ticked, mayConfirm]);
}
