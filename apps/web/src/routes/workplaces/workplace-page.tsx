import '../teams/teams.css';
import '../../list-page.css';
import { getWorkplace, type WorkplaceProfile } from '@antt/contracts';
import { Alert, Button, Spin } from 'antd';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { WorkplaceEquipment } from '../equipment/workplace-equipment.tsx';
import { MapFailure } from '../map/map-failure.tsx';
import { Photos } from './photos.tsx';
import { WorkplaceHistory } from './workplace-history.tsx';

const ChangeForm = lazy(() => import('./change-form.tsx'));
const CloseForm = lazy(() => import('./close-form.tsx'));
const PlaceMap = lazy(() => import('../../map/place-map.tsx'));
const noPlaces: never[] = [];

/** One workplace: its facts, its place, who works there, photos and history. */
export function Component() {
  const { workplaceId = '' } = useParams();
  const { on } = useDay();
  const mayWrite = useMay('workplace.write');
  const mayEquip = useMay('team.write');
  const [form, setForm] = useState<'change' | 'close' | null>(null);
  const answer = useAnswer(getWorkplace, { id: workplaceId, on }, { keep: true });
  const place = answer.data;
  const mark = useMemo(() => (place ? { lon: place.lon, lat: place.lat } : null), [place]);
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!place) return <PageSkeleton />;
  const stands = place.on === on;
  return (
    <>
      <PageHeader
        title={place.name}
        note={
          <>
            <PlaceLink path="/workplaces">
              <FormattedMessage id="workplaces.back" />
            </PlaceLink>
            {place.commune && ` · ${unitName(place.commune)}`}
          </>
        }
      >
        {mayWrite && stands && (
          <>
            <Button danger onClick={() => setForm('close')}>
              <FormattedMessage id="workplaces.close" />
            </Button>
            <Button type="primary" onClick={() => setForm('change')}>
              <FormattedMessage id="workplaces.change" />
            </Button>
          </>
        )}
      </PageHeader>
      {!stands && (
        <Alert
          type="info"
          showIcon
          className="form-fault"
          title={
            <FormattedMessage
              id={on < place.validFrom ? 'workplaces.not-yet' : 'workplaces.no-more'}
              values={{ day: formatDay(on), at: formatDay(place.on) }}
            />
          }
        />
      )}
      {place.isOutside && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="workplaces.outside" />}
        />
      )}
      <div className="profile">
        <section>
          <h2>
            <FormattedMessage id="workplaces.facts" />
          </h2>
          <Facts place={place} />
        </section>
        <section>
          <h2>
            <FormattedMessage id="workplaces.place" />
          </h2>
          <div className="place-map">
            <MapFailure>
              <Suspense fallback={<Spin className="waiting" />}>
                <PlaceMap key={place.id} on={place.on} places={noPlaces} mark={mark} />
              </Suspense>
            </MapFailure>
          </div>
        </section>
        <section>
          <h2>
            <FormattedMessage id="workplaces.photos" />
          </h2>
          <Photos place={place} mayWrite={mayWrite && stands} />
        </section>
        <section data-wide>
          <h2>
            <FormattedMessage id="equipment.here" />
          </h2>
          <WorkplaceEquipment place={place} on={place.on} mayWrite={mayEquip && stands} />
        </section>
        <section>
          <h2>
            <FormattedMessage id="workplaces.history" />
          </h2>
          <WorkplaceHistory id={place.id} />
        </section>
      </div>
      <Suspense>
        {form === 'change' && <ChangeForm place={place} on={on} onClose={() => setForm(null)} />}
        {form === 'close' && <CloseForm place={place} on={on} onClose={() => setForm(null)} />}
      </Suspense>
    </>
  );
}

function Facts({ place }: { place: WorkplaceProfile }) {
  const intl = useIntl();
  const { kind, tenure, tenureUntil, condition, areaM2, teams } = place;
  return (
    <dl className="facts">
      <Fact id="workplaces.code">{place.code}</Fact>
      <Fact id="workplaces.column.kind">
        <FormattedMessage id={`workplaces.kind.${kind}`} />
      </Fact>
      <Fact id="workplaces.village">{unitName(place.village)}</Fact>
      <Fact id="workplaces.column.address">{place.address || '–'}</Fact>
      <Fact id="workplaces.column.tenure">
        {tenure ? <FormattedMessage id={`workplaces.tenure.${tenure}`} /> : '–'}
        {tenureUntil && (
          <small>
            <FormattedMessage id="workplaces.until-day" values={{ day: formatDay(tenureUntil) }} />
          </small>
        )}
      </Fact>
      <Fact id="workplaces.column.condition">
        {condition ? <FormattedMessage id={`workplaces.condition.${condition}`} /> : '–'}
      </Fact>
      <Fact id="workplaces.column.area">
        {areaM2 === null ? '–' : `${intl.formatNumber(areaM2)} m²`}
      </Fact>
      <Fact id="workplaces.point">
        {`${intl.formatNumber(place.lat, degrees)}; ${intl.formatNumber(place.lon, degrees)}`}
      </Fact>
      <Fact id="workplaces.column.teams">
        {teams.length === 0 && <FormattedMessage id="workplaces.no-teams" />}
        {teams.map((team, n) => (
          <span key={team.id}>
            {n > 0 && ', '}
            <PlaceLink path={`/teams/${team.id}`}>{team.name}</PlaceLink>
          </span>
        ))}
      </Fact>
      <Fact id="workplaces.from">{formatDay(place.validFrom)}</Fact>
    </dl>
  );
}

const degrees = { minimumFractionDigits: 5, maximumFractionDigits: 6 };

type FactId =
  | 'workplaces.code'
  | 'workplaces.village'
  | 'workplaces.point'
  | 'workplaces.from'
  | `workplaces.column.${'kind' | 'address' | 'tenure' | 'condition' | 'area' | 'teams'}`;

function Fact({ id, children }: { id: FactId; children: ReactNode }) {
  return (
    <div>
      <dt>
        <FormattedMessage id={id} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
