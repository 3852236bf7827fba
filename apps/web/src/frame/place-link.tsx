import type { AnchorHTMLAttributes } from 'react';
import { Link, useSearchParams } from 'react-router';

/** The day and the area hold across pages; every other part of the address belongs to its page. */
export function useHeldSearch(): (more?: Record<string, string | undefined>) => string {
  const [search] = useSearchParams();
  return (more = {}) => {
    const held = new URLSearchParams();
    for (const name of ['on', 'restate', 'apportioning', 'within']) {
      const value = search.get(name);
      if (value) held.set(name, value);
    }
    for (const [name, value] of Object.entries(more)) {
      if (value) held.set(name, value);
      else held.delete(name);
    }
    return held.size > 0 ? `?${held}` : '';
  };
}

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  path: string;
  search?: Record<string, string | undefined>;
};

/** A link to a page of the platform that keeps the day and the area. */
export function PlaceLink({ path, search, ...rest }: Props) {
  const held = useHeldSearch();
  return <Link to={`${path}${held(search)}`} {...rest} />;
}
