import '../../list-page.css';
import './instrument-page.css';
import { getInstrument, type InstrumentProfile } from '@antt/contracts';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { GovernedList } from './governed-list.tsx';
import { InstrumentActions } from './instrument-actions.tsx';
import { InstrumentFiles } from './instrument-files.tsx';
import { InstrumentTimeline } from './instrument-timeline.tsx';
import { instrumentName } from './instrument-text.ts';
import { Relations } from './relations.tsx';
import { StandingTag } from './standing-tag.tsx';
import { useSubjects } from './use-subjects.ts';

/** A legal document: its facts, what it is tied to, its files, what rests on it, its history. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useAnswer(getInstrument, { id });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  return <Profile key={id} instrument={answer.data} />;
}

function Profile({ instrument }: { instrument: InstrumentProfile }) {
  const intl = useIntl();
  const { on } = useDay();
  const mayWrite = useMay('instrument.write');
  const [shown, setShown] = useState<'governs' | 'history'>('governs');
  return (
    <div className="instrument-page">
      <p className="way-back no-print">
        <PlaceLink path="/instruments">
          <FormattedMessage id="page.instruments" />
        </PlaceLink>
      </p>
      <PageHeader title={instrumentName(intl, instrument)} note={instrument.title}>
        <InstrumentActions instrument={instrument} mayWrite={mayWrite} />
      </PageHeader>
      <div className="instrument-body">
        <div className="instrument-side">
          <section>
            <h2>
              <FormattedMessage id="instruments.facts" />
              <StandingTag instrument={instrument} on={on} />
            </h2>
            <Facts instrument={instrument} />
          </section>
          <InstrumentFiles instrument={instrument} mayWrite={mayWrite} />
        </div>
        <div className="instrument-main">
          <Relations links={instrument.links} />
          <section>
            <div className="part-choice" role="tablist">
              {(['governs', 'history'] as const).map((part) => (
                <button
                  key={part}
                  type="button"
                  role="tab"
                  aria-selected={shown === part}
                  onClick={() => setShown(part)}
                >
                  <FormattedMessage id={`instruments.${part}`} />
                </button>
              ))}
            </div>
            {shown === 'governs' ? (
              <GovernedList id={instrument.id} />
            ) : (
              <InstrumentTimeline instrument={instrument} />
            )}
          </section>
        </div>
      </div>
    </div>
  );
}

function Facts({ instrument }: { instrument: InstrumentProfile }) {
  const { nameOf } = useSubjects();
  const { issuer, signedOn, effectiveFrom, effectiveTo, subjects, units, territoryOn } = instrument;
  const names = units.map(({ endedOn, ...unit }) =>
    endedOn ? (
      <FormattedMessage
        id="instruments.former-unit"
        values={{ name: unitName(unit), day: formatLastDay(endedOn) }}
      />
    ) : (
      unitName(unit)
    ),
  );
  return (
    <dl className="facts">
      <div>
        <dt>
          <FormattedMessage id="instrument.issuer" />
        </dt>
        <dd>{issuer}</dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="instrument.signed-on" />
        </dt>
        <dd>{formatDay(signedOn)}</dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="instrument.effective-from" />
        </dt>
        <dd>{formatDay(effectiveFrom)}</dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="instruments.effective-to" />
        </dt>
        <dd>{effectiveTo ? formatLastDay(effectiveTo) : '–'}</dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="instruments.column.subjects" />
        </dt>
        <dd>{subjects.length > 0 ? subjects.map(nameOf).join('; ') : '–'}</dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="instruments.territory" />
        </dt>
        <dd>
          {names.length === 0 && <FormattedMessage id="instruments.territory-all" />}
          {names.map((name, n) => (
            <span key={units[n]!.id} className="territory-unit">
              {name}
            </span>
          ))}
          {territoryOn && (
            <small className="faint">
              <FormattedMessage id="instruments.as-on" values={{ day: formatDay(territoryOn) }} />
            </small>
          )}
        </dd>
      </div>
    </dl>
  );
}
