import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The area all pages speak of: `within` in the address (a unit or an area), all that I may see without it. */
export function useArea() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('within');
  const within = asked !== null && uuid.test(asked) ? asked : undefined;
  const setWithin = useCallback(
    (next: string | undefined) =>
      setSearch((old) => {
        const search = new URLSearchParams(old);
        if (next) search.set('within', next);
        else search.delete('within');
        return search;
      }),
    [setSearch],
  );
  return { within, setWithin };
}
