import type { Period } from '@antt/kernel';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { useIntl } from 'react-intl';
import { useLanguage } from '../i18n/language-context.ts';

type Props = {
  id?: string;
  value?: Period | null;
  onChange?: (month: Period | null) => void;
  allowClear?: boolean;
  /** The last month that can be chosen. */
  after?: Period;
  'aria-label'?: string;
};

/** A month as people write it: typed as MM/yyyy, or picked from a year. */
export function MonthField({ value, onChange, after, allowClear = false, ...rest }: Props) {
  const intl = useIntl();
  const { language } = useLanguage();
  dayjs.locale(language);
  return (
    <DatePicker
      {...rest}
      picker="month"
      className="day-field"
      value={value ? dayjs(`${value}-01`) : null}
      format={['MM/YYYY', 'M/YYYY', 'MMYYYY']}
      allowClear={allowClear}
      placeholder={intl.formatMessage({ id: 'field.month' })}
      maxDate={after ? dayjs(`${after}-01`).endOf('month') : undefined}
      onChange={(month) => onChange?.(month ? month.format('YYYY-MM') : null)}
    />
  );
}
