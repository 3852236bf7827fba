import { Apportioning } from '@antt/contracts';
import { addDays, isDay, type PlainDate, today } from '@antt/kernel';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `2025-07-01` as offices write it, `01/07/2025`; any other text stays as it is. */
export function formatDay(day: string): string {
  const parts = iso.exec(day);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : day;
}

/** `2025-07` as offices write it, `07/2025`. */
export const formatMonth = (month: string): string => month.split('-').reverse().join('/');

/** The last day of what ends: a period is kept with the first day after it, people write its last one. */
export const formatLastDay = (end: string): string =>
  isDay(end) ? formatDay(addDays(end, -1)) : end;

/**
 * The day all pages speak of: `on` in the address, today when it is not there; and the day whose units its
 * figures are told in, `restate`, where that is another one (law BR-08), and how a divided unit's are then
 * shared out, `apportioning`; each in its own way when it is not there.
 */
export function useDay() {
  const [search, setSearch] = useSearchParams();
  const now = today();
  const asked = search.get('on');
  const on = asked !== null && isDay(asked) ? asked : now;
  const other = search.get('restate');
  const restate = other !== null && other !== on && isDay(other) ? other : undefined;
  const chosen = Apportioning.safeParse(search.get('apportioning'));
  const apportioning = restate !== undefined && chosen.success ? chosen.data : undefined;
  const setOn = useCallback(
    (next: PlainDate) =>
      setSearch(
        (old) => {
          const search = new URLSearchParams(old);
          if (next === today()) search.delete('on');
          else search.set('on', next);
          return search;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const setRestate = useCallback(
    (day: PlainDate | undefined) =>
      setSearch(
        (old) => {
          const search = new URLSearchParams(old);
          if (day === undefined) {
            search.delete('restate');
            search.delete('apportioning');
          } else search.set('restate', day);
          return search;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const setApportioning = useCallback(
    (way: Apportioning | undefined) =>
      setSearch(
        (old) => {
          const search = new URLSearchParams(old);
          if (way === undefined) search.delete('apportioning');
          else search.set('apportioning', way);
          return search;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return {
    on,
    setOn,
    today: now,
    isToday: on === now,
    restate,
    setRestate,
    apportioning,
    setApportioning,
  };
}
