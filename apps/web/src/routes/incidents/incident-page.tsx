import '../teams/teams.css';
import '../../list-page.css';
import './incidents.css';
import { getIncident, type Incident, listIncidents, withdrawIncident } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Alert, App, Button, Input, Spin, Tag } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer, useCommand } from '../../answer.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { dayOfMoment, formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { MapFailure } from '../map/map-failure.tsx';
import { Evidence } from './evidence.tsx';
import { IncidentHistory } from './incident-history.tsx';
import { kindIn, nameIn, valueIn } from './incident-text.ts';

const IncidentForm = lazy(() => import('./incident-form.tsx'));
const PlaceMap = lazy(() => import('../../map/place-map.tsx'));
const noPlaces: never[] = [];

/** One record: when it was known, reported and reached, what it tells, where, its evidence, what was corrected. */
export function Component() {
  const intl = useIntl();
  const { modal } = App.useApp();
  const { incidentId = '' } = useParams();
  const [mayWrite, mayVerify] = [useMay('incident.write'), useMay('incident.verify')];
  const [correcting, setCorrecting] = useState(false);
  const reason = useRef('');
  const answer = useAnswer(getIncident, { id: incidentId });
  const withdraw = useCommand(withdrawIncident, [getIncident, listIncidents]);
  const incident = answer.data;
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!incident) return <PageSkeleton />;
  const stands = incident.state === 'standing';
  const ask = () => {
    reason.current = '';
    modal.confirm({
      title: intl.formatMessage({ id: 'incidents.withdraw-why' }),
      content: (
        <Input.TextArea
          rows={3}
          maxLength={500}
          aria-label={intl.formatMessage({ id: 'incidents.reason' })}
          onChange={({ target }) => (reason.current = target.value)}
        />
      ),
      okText: intl.formatMessage({ id: 'incidents.withdraw' }),
      cancelText: intl.formatMessage({ id: 'action.cancel' }),
      onOk: () => withdraw.mutateAsync({ id: incident.id, reason: reason.current }).catch(() => {}),
    });
  };
  return (
    <>
      <PageHeader
        title={kindIn(intl, incident)}
        note={
          <>
            <PlaceLink path="/incidents">
              <FormattedMessage id="incidents.back" />
            </PlaceLink>
            {` · ${incident.teamName}`}
            {incident.commune && ` · ${unitName(incident.commune)}`}
          </>
        }
      >
        {mayVerify && stands && (
          <>
            <Button danger onClick={ask}>
              <FormattedMessage id="incidents.withdraw" />
            </Button>
            <Button type="primary" onClick={() => setCorrecting(true)}>
              <FormattedMessage id="incidents.correct" />
            </Button>
          </>
        )}
      </PageHeader>
      {withdraw.isError && <ProblemPanel problem={withdraw.error} />}
      {!stands && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="incidents.withdrawn-note" />}
        />
      )}
      {incident.sameAsId && (
        <Alert
          type="info"
          showIcon
          className="form-fault"
          title={
            <PlaceLink path={`/incidents/${incident.sameAsId}`}>
              <FormattedMessage id="incidents.repetition-note" />
            </PlaceLink>
          }
        />
      )}
      <div className="profile">
        <section>
          <h2>
            <FormattedMessage id="incidents.time-line" />
          </h2>
          <TimeLine incident={incident} />
        </section>
        <section>
          <h2>
            <FormattedMessage id="incidents.facts" />
          </h2>
          <Facts incident={incident} />
        </section>
        <Where incident={incident} />
        <section>
          <h2>
            <FormattedMessage id="incidents.evidence" />
          </h2>
          <Evidence incident={incident} mayWrite={mayWrite && stands} />
        </section>
        {incident.history.length > 0 && (
          <section>
            <h2>
              <FormattedMessage id="incidents.history" />
            </h2>
            <IncidentHistory incident={incident} />
          </section>
        )}
      </div>
      <Suspense>
        {correcting && (
          <IncidentForm
            wrong={incident}
            onClose={() => setCorrecting(false)}
            onDone={() => setCorrecting(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Law BR-67: known, reported, reached, and how long each took. */
function TimeLine({ incident }: { incident: Incident }) {
  const steps = [
    { id: 'known', at: incident.knownAt, delay: null },
    { id: 'reported', at: incident.reportedAt, delay: incident.reportDelay },
    { id: 'onScene', at: incident.onSceneAt, delay: incident.sceneDelay },
  ] as const;
  return (
    <dl className="facts">
      {steps.map(
        ({ id, at, delay }) =>
          at && (
            <div key={id}>
              <dt>
                <FormattedMessage id={`incidents.${id}`} />
              </dt>
              <dd className="tabular">
                {formatMoment(at)}
                {delay !== null && (
                  <small>
                    {' '}
                    <FormattedMessage id="incidents.after" values={{ count: delay }} />
                  </small>
                )}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Facts({ incident }: { incident: Output<typeof getIncident> }) {
  const intl = useIntl();
  return (
    <>
      <dl className="facts">
        {incident.details.map((one) => (
          <div key={one.code}>
            <dt>{nameIn(intl, one)}</dt>
            <dd>{valueIn(intl, one)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <FormattedMessage id="incidents.task-group" />
          </dt>
          <dd>
            <FormattedMessage id={`incidents.task.${incident.taskGroup}`} />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="incidents.recorded-by" />
          </dt>
          <dd>{`${incident.recordedBy} · ${formatMoment(incident.recordedAt)}`}</dd>
        </div>
      </dl>
      {incident.summary && <p className="incident-summary">{incident.summary}</p>}
      {incident.acts.map((act) => (
        <Tag key={act}>
          <FormattedMessage id={`incidents.act.${act}` as 'incidents.act.present'} />
        </Tag>
      ))}
    </>
  );
}

function Where({ incident: { id, lon, lat, place, knownAt, outOfArea } }: { incident: Incident }) {
  const mark = useMemo(() => (lon === null || lat === null ? null : { lon, lat }), [lon, lat]);
  return (
    <section>
      <h2>
        <FormattedMessage id="incidents.where" />
      </h2>
      <p>
        {place || <FormattedMessage id="incidents.place-unknown" />}
        {outOfArea && (
          <Tag>
            <FormattedMessage id="incidents.out-of-area" />
          </Tag>
        )}
      </p>
      {mark && (
        <div className="place-map">
          <MapFailure>
            <Suspense fallback={<Spin className="waiting" />}>
              <PlaceMap key={id} on={dayOfMoment(knownAt)} places={noPlaces} mark={mark} />
            </Suspense>
          </MapFailure>
        </div>
      )}
    </section>
  );
}
