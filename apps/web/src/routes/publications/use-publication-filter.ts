import { addDays, PlainDate } from '@antt/kernel';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';

/** The days and the area that propaganda is looked at by; three months unless the address says otherwise. */
export function usePublicationFilter() {
  const { on } = useDay();
  const { within } = useArea();
  const { search, put } = useAddress();
  const read = (name: string) => PlainDate.safeParse(search.get(name)).data;
  const to = read('to') ?? on;
  const from = read('from') ?? addDays(to, -90);
  return { from, to, within, search, put };
}

export type PublicationFilter = ReturnType<typeof usePublicationFilter>;
