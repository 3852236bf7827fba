import type { PlainDate } from '@antt/kernel';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';

type Props = {
  from: PlainDate;
  to: PlainDate;
  onChange: (end: 'from' | 'to', day: PlainDate | null) => void;
};

/** The two days a view lies between. */
export function DayRange({ from, to, onChange }: Props) {
  const intl = useIntl();
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="end-day">
          <span>
            <FormattedMessage id={`coverage.${end}`} />
          </span>
          <DayField
            allowClear={false}
            aria-label={intl.formatMessage({ id: `coverage.${end}` })}
            value={end === 'from' ? from : to}
            onChange={(day) => onChange(end, day)}
          />
        </label>
      ))}
    </>
  );
}
