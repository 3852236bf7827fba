import { addDays, type PlainDate } from '@antt/kernel';

type Day = PlainDate | null | undefined;

/** For the field of an end: people name the last day on which something holds, the platform the first after it. */
export const lastDayItem = {
  getValueProps: (end: Day) => ({ value: end && addDays(end, -1) }),
  normalize: (last: Day) => last && addDays(last, 1),
};
