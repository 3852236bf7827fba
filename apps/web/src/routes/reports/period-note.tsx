import type { ReportingPeriod } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';

/** What days a period has, and by when its reports are due. */
export function PeriodNote({ period }: { period: ReportingPeriod }) {
  const { name, from, to, dueOn } = period;
  return (
    <FormattedMessage
      id="reports.window"
      values={{ name, from: formatDay(from), to: formatDay(to), due: formatDay(dueOn) }}
    />
  );
}
