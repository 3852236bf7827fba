import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { answers } from '../../search.rules.ts';
import type { ListedInstrument } from './instrument-field.tsx';
import { instrumentName } from './instrument-text.ts';

type Props = {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  instruments: readonly ListedInstrument[];
  /** The document that cites: it is not offered. */
  except?: string | undefined;
  placeholder?: string;
  loading?: boolean;
};

/** Several legal documents, by number or title. */
export function InstrumentsField({ instruments, except, ...rest }: Props) {
  const intl = useIntl();
  return (
    <Select
      {...rest}
      mode="multiple"
      allowClear
      popupMatchSelectWidth={false}
      showSearch={{
        filterOption: (text, option) => answers(`${option?.label} ${option?.title ?? ''}`, text),
      }}
      options={instruments
        .filter(({ id }) => id !== except)
        .map((one) => ({ value: one.id, label: instrumentName(intl, one), title: one.title }))}
      optionRender={({ label, data }) => (
        <span className="instrument-option">
          <span>{label}</span>
          <small>{data.title}</small>
        </span>
      )}
    />
  );
}
