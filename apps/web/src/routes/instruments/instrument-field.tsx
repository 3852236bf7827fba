import './instruments.css';
import { type Instrument, listInstruments } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { usePages } from '../../pages.ts';
import { answers } from '../../search.rules.ts';
import { instrumentName } from './instrument-text.ts';

export type ListedInstrument = Instrument & { quotas: number };

/** Legal documents in force on a day; all of them without one. Decisions of communes make them thousands. */
export function useInstruments(on: PlainDate | undefined, enabled = true) {
  const { data, items, total, ...pages } = usePages(
    listInstruments,
    { on, limit: 500 },
    { enabled, whole: true },
  );
  return { ...pages, data: data && { items, total } };
}

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined, instrument: ListedInstrument | undefined) => void;
  instruments: readonly ListedInstrument[];
  loading?: boolean;
  placeholder?: string;
  className?: string;
  /** Shown as the chosen "none". */
  all?: string;
  'aria-label'?: string;
};

/** One legal document, by number or title. */
export function InstrumentField({ value, onChange, instruments, all, ...rest }: Props) {
  const intl = useIntl();
  const options = instruments.map((one) => ({
    value: one.id,
    label: instrumentName(intl, one),
    one,
  }));
  return (
    <Select
      {...rest}
      // Until the documents are there, one has no name that it could be shown by.
      value={(rest.loading ? undefined : value) || (all === undefined ? undefined : '')}
      options={
        all === undefined ? options : [{ value: '', label: all, one: undefined }, ...options]
      }
      showSearch={{
        filterOption: (text, option) =>
          answers(`${option?.label} ${option?.one?.title ?? ''}`, text),
      }}
      popupMatchSelectWidth={false}
      optionRender={({ label, data }) => (
        <span className="instrument-option">
          <span>{label}</span>
          {data.one && (
            <small>
              {intl.formatMessage(
                { id: 'instrument.option' },
                {
                  day: formatDay(data.one.signedOn),
                  issuer: data.one.issuer,
                  quotas: data.one.quotas,
                },
              )}
            </small>
          )}
        </span>
      )}
      onChange={(id: string) =>
        onChange?.(
          id || undefined,
          instruments.find((one) => one.id === id),
        )
      }
    />
  );
}
