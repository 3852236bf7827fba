import { today } from '@antt/kernel';
import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';

/** The year that results and criticism are listed of; the next one has begun for villages in November. */
export function YearChoice({ year }: { year: number }) {
  const intl = useIntl();
  const { put } = useAddress();
  const last = Number(today().slice(0, 4)) + 1;
  return (
    <Select
      className="year"
      value={year}
      aria-label={intl.formatMessage({ id: 'awards.year' })}
      options={[...Array(8)].map((_, n) => ({
        value: last - n,
        label: intl.formatMessage({ id: 'awards.year-of' }, { year: String(last - n) }),
      }))}
      onChange={(next) => put({ year: String(next) })}
    />
  );
}
