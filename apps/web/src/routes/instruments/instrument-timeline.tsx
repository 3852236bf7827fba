import type { InstrumentProfile } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { instrumentName } from './instrument-text.ts';
import { type Moment, momentsOf } from './timeline.rules.ts';

const fieldTexts: Record<string, MessageId> = {
  kind: 'instrument.kind',
  number: 'instrument.number',
  issuer: 'instrument.issuer',
  title: 'instrument.title',
  signedOn: 'instrument.signed-on',
  effectiveFrom: 'instrument.effective-from',
  effectiveTo: 'instruments.effective-to',
  subjects: 'instruments.column.subjects',
  amends: 'instruments.amends',
  replaces: 'instrument.replaces',
  bases: 'instruments.bases',
  territory: 'instruments.territory',
  territoryOn: 'instruments.territory-on',
};

/** What happened to a document, latest first. */
export function InstrumentTimeline({ instrument }: { instrument: InstrumentProfile }) {
  const { on } = useDay();
  return (
    <ol className="instrument-timeline">
      {momentsOf(instrument).map((moment, n) => (
        <li key={n} data-future={moment.day > on || undefined}>
          <time className="tabular" dateTime={moment.day}>
            {formatDay(moment.day)}
          </time>
          <div>
            <Said moment={moment} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Said({ moment }: { moment: Moment }) {
  const intl = useIntl();
  const by = 'by' in moment ? moment.by : null;
  const link = by && (
    <PlaceLink path={`/instruments/${by.id}`}>{instrumentName(intl, by)}</PlaceLink>
  );
  const fields =
    moment.what === 'corrected'
      ? moment.fields.map((field) =>
          fieldTexts[field] ? intl.formatMessage({ id: fieldTexts[field] }) : field,
        )
      : [];
  return (
    <>
      <FormattedMessage id={`instruments.moment.${moment.what}`} /> {link}
      {moment.what === 'corrected' && ` ${fields.join(', ').toLocaleLowerCase('vi')}`}
      {'reason' in moment && <small className="faint">{moment.reason}</small>}
      {moment.what === 'corrected' && <small className="faint">{moment.username}</small>}
    </>
  );
}
