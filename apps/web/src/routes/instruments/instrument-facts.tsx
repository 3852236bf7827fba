import './instruments.css';
import type { Instrument } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { instrumentName } from './instrument-text.ts';

/** Which document, by whom, about what, and how long it holds. */
export function InstrumentFacts({ instrument }: { instrument: Instrument }) {
  const intl = useIntl();
  const { issuer, title, signedOn, effectiveFrom, effectiveTo } = instrument;
  return (
    <div className="instrument-facts">
      <PlaceLink path={`/instruments/${instrument.id}`}>
        <b>{instrumentName(intl, instrument)}</b>
      </PlaceLink>
      <p>{title}</p>
      <p className="faint">
        <FormattedMessage
          id={effectiveTo ? 'instrument.facts-ended' : 'instrument.facts'}
          values={{
            issuer,
            signed: formatDay(signedOn),
            from: formatDay(effectiveFrom),
            to: effectiveTo && formatLastDay(effectiveTo),
          }}
        />
      </p>
    </div>
  );
}
