import { addDays, PlainDate } from '@antt/kernel';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';

/** The days, kind and area that the log is looked at by; the last month unless the address says otherwise. */
export function useIncidentFilter() {
  const { on } = useDay();
  const { within } = useArea();
  const { search, put } = useAddress();
  const read = (name: string) => PlainDate.safeParse(search.get(name)).data;
  const to = read('to') ?? on;
  const from = read('from') ?? addDays(to, -30);
  const kindCode = search.get('kind') ?? undefined;
  return { question: { from, to, within, kindCode }, from, to, kindCode, search, put };
}
