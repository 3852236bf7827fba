import { Level, UnitKind } from '@antt/contracts';
import { useSearchParams } from 'react-router';

/** What the list is narrowed to, as it stands in the address. */
export function useUnitFilter() {
  const [search, setSearch] = useSearchParams();
  const level = Level.safeParse(search.get('level'));
  const kind = UnitKind.safeParse(search.get('kind'));
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        // A kind belongs to its level.
        if (name === 'level') next.delete('kind');
        return next;
      },
      { replace: true },
    );
  return {
    level: level.success ? level.data : ('commune' as Level),
    kind: kind.success ? kind.data : undefined,
    tag: search.get('tag') ?? undefined,
    text: search.get('q') ?? '',
    sort: search.get('sort') ?? 'name',
    set,
  };
}
