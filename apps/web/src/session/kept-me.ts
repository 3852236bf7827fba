import type { Me } from '@antt/contracts';
import { useEffect, useState } from 'react';

type Kept = { accountId: string; me: Me | null };

/** Who an account was when the server last said so, from the device; sought while it may be needed. */
export function useKeptMe(accountId: string | null): { me: Me | null; isSought: boolean } {
  const [kept, setKept] = useState<Kept | null>(null);
  const isSought = accountId !== null && kept?.accountId !== accountId;
  useEffect(() => {
    if (!isSought) return;
    let isOver = false;
    void import('../outbox/kept-answers.ts')
      .then(({ keptMe }) => keptMe(accountId))
      .catch(() => null)
      .then((me) => {
        if (!isOver) setKept({ accountId, me });
      });
    return () => {
      isOver = true;
    };
  }, [accountId, isSought]);
  return { me: kept?.me ?? null, isSought };
}
