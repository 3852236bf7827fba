import { Select } from 'antd';
import { useIntl } from 'react-intl';
import type { MessageId } from '../i18n/message.ts';

/** Something that was found: its name, and what tells it from others of that name. */
export type Found = { value: string; label: string; about: string; disabled?: boolean };

type Props = {
  id?: string;
  value?: string | undefined;
  onChange?: ((id: string | undefined) => void) | undefined;
  /** What stands in the field as one types. */
  text: string;
  onText: (text: string) => void;
  found: readonly Found[];
  finding: boolean;
  placeholder: MessageId;
  none: MessageId;
};

/** One of what is found as one types, each with a second line. */
export function FoundField({ text, onText, found, finding, placeholder, none, ...rest }: Props) {
  const intl = useIntl();
  const { value, onChange } = rest;
  return (
    <Select
      {...rest}
      value={value}
      options={[...found]}
      showSearch={{ filterOption: false, searchValue: text, onSearch: onText }}
      allowClear
      loading={finding}
      placeholder={intl.formatMessage({ id: placeholder })}
      notFoundContent={finding ? null : intl.formatMessage({ id: none })}
      optionRender={({ label, data }) => (
        <span className="two-lines">
          <span>{label}</span>
          <small>{data.about}</small>
        </span>
      )}
      onChange={(id: string | undefined) => onChange?.(id)}
    />
  );
}
