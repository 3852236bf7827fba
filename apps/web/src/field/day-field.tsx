import type { PlainDate } from '@antt/kernel';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { useIntl } from 'react-intl';
import { useLanguage } from '../i18n/language-context.ts';

type Props = {
  id?: string;
  value?: PlainDate | null;
  onChange?: (day: PlainDate | null) => void;
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
  /** Days that cannot be chosen. */
  before?: PlainDate;
  after?: PlainDate;
  'aria-label'?: string;
};

/** A day as people write it: typed as dd/MM/yyyy (also 1/7/2025 or 01072025), or picked from a month. */
export function DayField({ value, onChange, before, after, allowClear = true, ...rest }: Props) {
  const intl = useIntl();
  const { language } = useLanguage();
  dayjs.locale(language);
  return (
    <DatePicker
      {...rest}
      className="day-field"
      value={value ? dayjs(value) : null}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      allowClear={allowClear}
      placeholder={rest.placeholder ?? intl.formatMessage({ id: 'field.day' })}
      minDate={before ? dayjs(before) : undefined}
      maxDate={after ? dayjs(after) : undefined}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
