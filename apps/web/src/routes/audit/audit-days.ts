import { PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { z } from 'zod';
import { formatDay, formatLastDay } from '../../day.ts';

const Units = z.array(
  z.object({ name: z.string(), from: PlainDate, to: PlainDate.nullable(), unitId: z.string() }),
);

/** For which days something holds; people write the last one, the log the first after it. */
export function daysText(intl: IntlShape, from: unknown, to: unknown): string {
  if (!PlainDate.safeParse(from).success) return '';
  const first = from as string;
  const values = { from: formatDay(first) };
  if (!PlainDate.safeParse(to).success) return intl.formatMessage({ id: 'audit.from-on' }, values);
  const end = to as string;
  if (end <= first) return intl.formatMessage({ id: 'audit.never' }, values);
  const last = formatLastDay(end);
  return intl.formatMessage({ id: 'audit.from-to' }, { ...values, last });
}

/** Units that came to an area or left it, each with its days; the first `most` of them. */
export function unitsText(
  intl: IntlShape,
  what: 'added' | 'removed',
  value: unknown,
  most: number,
): string {
  const { success, data: units } = Units.safeParse(value);
  if (!success || units.length === 0) return '';
  const told = units.slice(0, most).map(({ name, unitId, from, to }) => {
    const values = { name: name || unitId, days: daysText(intl, from, to) };
    return intl.formatMessage({ id: 'audit.named-days' }, values);
  });
  const rest = units.length - told.length;
  if (rest > 0) told.push(intl.formatMessage({ id: 'audit.more-units' }, { count: rest }));
  return intl.formatMessage({ id: `audit.units-${what}` }, { names: told.join(', ') });
}
