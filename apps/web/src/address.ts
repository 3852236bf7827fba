import { useSearchParams } from 'react-router';

/** What a page keeps in its address, and how parts of it are put there; nothing takes a part away. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const put = (changed: Record<string, string | undefined>) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(changed)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return { search, put };
}
