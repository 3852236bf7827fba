import { getInstallation, type Instrument } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { useAreaName } from '../../frame/area-control.tsx';
import { instrumentName } from '../instruments/instrument-text.ts';

type Props = { on: string; instrument: Instrument | undefined };

/** Stands above the table on paper only: what it is, of where, as of when, by which document. */
export function PrintedHeading({ on, instrument }: Props) {
  const intl = useIntl();
  const area = useAreaName();
  const installation = useAnswer(getInstallation, {});
  return (
    <header className="printed">
      <h1>
        <FormattedMessage id="quotas.printed.title" />
      </h1>
      {area && <p className="area">{area}</p>}
      <p>
        <FormattedMessage
          id={instrument ? 'quotas.printed.by' : 'quotas.printed.as-of'}
          values={{
            day: formatDay(on),
            name: instrument && instrumentName(intl, instrument),
            signed: instrument && formatDay(instrument.signedOn),
            issuer: instrument?.issuer,
          }}
        />
      </p>
      {installation.data?.kind === 'demo' && (
        <p className="demo">
          <FormattedMessage id="demo.mark" />
        </p>
      )}
    </header>
  );
}
