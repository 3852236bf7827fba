import type { DutyOrder } from '@antt/contracts';

/** An order as people name it: its number and its place. */
export function orderTitle({ number, place }: Pick<DutyOrder, 'number' | 'place'>): string {
  return [number, place].filter(Boolean).join(' – ');
}
