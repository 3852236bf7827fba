import { listIncidents } from '@antt/contracts';
import { addDays, type PlainDate, today } from '@antt/kernel';
import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatMoment } from '../../moment.ts';

/** What reached the team twice is written down within days. */
const daysAround = 7;

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  kindCode: string;
  day: PlainDate;
  within: string | undefined;
  /** The record that is filled in: it repeats another one. */
  own: string;
};

/** The record that came first, where this one tells the same thing again (reporting BR-10). */
export function SameIncidentField({ value, onChange, kindCode, day, within, own, ...rest }: Props) {
  const intl = useIntl();
  const last = addDays(day, daysAround);
  const days = { from: addDays(day, -daysAround), to: last < today() ? last : today() };
  const found = useAnswer(
    listIncidents,
    { ...days, kindCode, within, state: 'standing', limit: 200 },
    { keep: true },
  );
  const options = (found.data?.items ?? [])
    .filter((one) => one.id !== own && one.sameAsId === null)
    .map((one) => ({
      value: one.id,
      label: [formatMoment(one.knownAt), one.teamName, one.place].filter(Boolean).join(' · '),
    }));
  return (
    <Select
      {...rest}
      value={value ?? undefined}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={found.isFetching}
      options={options}
      placeholder={intl.formatMessage({ id: 'incidents.same-none' })}
      notFoundContent={found.isFetching ? null : intl.formatMessage({ id: 'incidents.same-empty' })}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
    />
  );
}
