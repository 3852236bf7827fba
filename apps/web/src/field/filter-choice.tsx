import { Select } from 'antd';
import { useIntl } from 'react-intl';
import type { MessageId } from '../i18n/message.ts';

type Props<T extends string> = {
  label: MessageId;
  /** Nothing chosen is all. */
  value: T | undefined;
  options: readonly T[];
  /** Texts of the options: `claims.state` has `claims.state.all` and one for each. */
  texts: string;
  onChange: (value: T | undefined) => void;
};

/** One of several values that a list is narrowed to, or all. */
export function FilterChoice<T extends string>(props: Props<T>) {
  const { label, value, options, texts, onChange } = props;
  const intl = useIntl();
  const text = (name: string) => intl.formatMessage({ id: `${texts}.${name}` as MessageId });
  return (
    <Select<T | ''>
      className="choose"
      value={value ?? ''}
      aria-label={intl.formatMessage({ id: label })}
      options={[
        { value: '', label: text('all') },
        ...options.map((one) => ({ value: one, label: text(one) })),
      ]}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
}
