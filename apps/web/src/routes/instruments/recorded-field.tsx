import './instruments.css';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { withTexts } from '../../i18n/text.ts';
import { useMay } from '../../session/me.ts';
import { InstrumentField, useInstruments } from './instrument-field.tsx';

const InstrumentForm = lazy(withTexts('instruments', () => import('./instrument-form.tsx')));

type Props = {
  id?: string;
  value?: string | undefined;
  onChange?: (id: string | undefined) => void;
  placeholder?: string;
  'aria-label'?: string;
};

/** A legal document; one that is not recorded yet is recorded on the spot. */
export function RecordedField({ value, onChange, ...rest }: Props) {
  const known = useInstruments(undefined);
  const mayRecord = useMay('instrument.record');
  const [recording, setRecording] = useState(false);
  return (
    <div className="instrument-choice">
      <InstrumentField
        {...rest}
        {...(value === undefined ? {} : { value })}
        instruments={known.data?.items ?? []}
        loading={known.isLoading}
        onChange={(id) => onChange?.(id)}
      />
      {mayRecord && (
        <Button onClick={() => setRecording(true)}>
          <FormattedMessage id="instrument.record" />
        </Button>
      )}
      <Suspense fallback={null}>
        {recording && (
          <InstrumentForm
            onClose={() => setRecording(false)}
            onRecorded={({ id }) => {
              setRecording(false);
              onChange?.(id);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
