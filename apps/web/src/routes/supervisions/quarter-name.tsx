import type { Quarter } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

const roman = ['I', 'II', 'III', 'IV'] as const;

/** `2026-Q3` as offices write it: "Quý III/2026". */
export function quarterName(intl: IntlShape, quarter: Quarter): string {
  const [year, part] = quarter.split('-Q') as [string, string];
  return intl.formatMessage(
    { id: 'supervisions.quarter' },
    { part: roman[Number(part) - 1], year },
  );
}
