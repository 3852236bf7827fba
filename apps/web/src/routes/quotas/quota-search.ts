import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import {
  gapFilters,
  type GapFilter,
  type QuotaSort,
  sortable,
  type SortColumn,
} from './quota.rules.ts';

export type QuotaSearch = {
  /** Only what this decision gives. */
  instrument: string | undefined;
  q: string;
  gap: GapFilter;
  sort: QuotaSort | undefined;
  /** The commune whose quota is open at the side. */
  unit: string | undefined;
};

export function readQuotaSearch(search: URLSearchParams): QuotaSearch {
  const sort = search.get('sort') ?? '';
  const column = sort.replace(/^-/, '') as SortColumn;
  const gap = search.get('gap') as GapFilter;
  return {
    instrument: search.get('instrument') ?? undefined,
    q: search.get('q') ?? '',
    gap: gapFilters.includes(gap) ? gap : 'all',
    sort: sortable.includes(column) ? { column, down: sort.startsWith('-') } : undefined,
    unit: search.get('unit') ?? undefined,
  };
}

export function writeQuotaSearch(old: URLSearchParams, next: QuotaSearch): URLSearchParams {
  const search = new URLSearchParams(old);
  const put = (name: string, value: string | undefined) => {
    if (value) search.set(name, value);
    else search.delete(name);
  };
  put('instrument', next.instrument);
  put('q', next.q);
  put('gap', next.gap === 'all' ? undefined : next.gap);
  put('sort', next.sort && `${next.sort.down ? '-' : ''}${next.sort.column}`);
  put('unit', next.unit);
  return search;
}

/** What the page shows stands in its address, so that it can be sent, kept and returned to. */
export function useQuotaSearch() {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (part: Partial<QuotaSearch>) =>
      setSearch((old) => writeQuotaSearch(old, { ...readQuotaSearch(old), ...part }), {
        replace: true,
      }),
    [setSearch],
  );
  return [readQuotaSearch(search), change] as const;
}
