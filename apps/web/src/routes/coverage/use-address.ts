import { PlainDate } from '@antt/kernel';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a page keeps of its own in the address; nothing stands there for what is usual. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (name: string, value: string | null | undefined) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const dayOf = (name: string) => PlainDate.safeParse(search.get(name)).data;
  return { search, set, dayOf };
}
