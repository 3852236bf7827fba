import './teams.css';
import '../../list-page.css';
import { getTeam, type TeamProfile } from '@antt/contracts';
import { Alert, Button, Dropdown, Spin } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PaperButton, papersOf } from '../../frame/paper-button.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { MapFailure } from '../map/map-failure.tsx';
import { TeamMembers } from '../people/team-members.tsx';
import { TeamEquipment } from '../equipment/team-equipment.tsx';
import type { TeamAct } from './team-forms.tsx';
import { TeamHistory } from './team-history.tsx';

const TeamForm = lazy(() => import('./team-forms.tsx'));
const AssignForm = lazy(() => import('../workplaces/assign-form.tsx'));
const PlaceMap = lazy(() => import('../../map/place-map.tsx'));

const acts = ['rename', 'area', 'merge', 'dissolve'] as const;

/** One team: what it is on the day, where, and all that happened to it. */
export function Component() {
  const { teamId = '' } = useParams();
  const { on } = useDay();
  const mayWrite = useMay('team.write');
  const mayPeople = useMay('person.read');
  const mayPlace = useMay('workplace.write');
  const [act, setAct] = useState<TeamAct | 'assign' | null>(null);
  const answer = useAnswer(getTeam, { id: teamId, on }, { keep: true });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const team = answer.data;
  if (!team) return <PageSkeleton />;
  const stands = team.on === on;
  const close = () => setAct(null);
  return (
    <>
      <PageHeader
        title={team.name}
        note={
          <>
            <PlaceLink path="/teams">
              <FormattedMessage id="teams.back" />
            </PlaceLink>
            {team.commune && ` · ${unitName(team.commune)}`}
          </>
        }
      >
        {mayWrite && <PaperButton kinds={papersOf('team')} of={teamId} on={on} />}
        {mayPlace && stands && (
          <Button onClick={() => setAct('assign')}>
            <FormattedMessage id="teams.assign" />
          </Button>
        )}
        {mayWrite && stands && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: acts.map((one) => ({
                key: one,
                danger: one === 'dissolve',
                label: <FormattedMessage id={`teams.${one}`} />,
                onClick: () => setAct(one),
              })),
            }}
          >
            <Button type="primary">
              <FormattedMessage id="teams.decide" />
            </Button>
          </Dropdown>
        )}
      </PageHeader>
      {!stands && (
        <Alert
          type="info"
          showIcon
          className="form-fault"
          title={
            <FormattedMessage
              id={on < team.foundedOn ? 'teams.not-yet' : 'teams.no-more'}
              values={{ day: formatDay(on), at: formatDay(team.on) }}
            />
          }
        />
      )}
      <div className="profile">
        <section>
          <h2>
            <FormattedMessage id="teams.facts" />
          </h2>
          <Facts team={team} />
        </section>
        <section>
          <h2>
            <FormattedMessage id="teams.place" />
          </h2>
          <div className="place-map">
            <MapFailure>
              <Suspense fallback={<Spin className="waiting" />}>
                <PlaceMap key={team.id} on={team.on} {...placesOf(team)} />
              </Suspense>
            </MapFailure>
          </div>
        </section>
        {mayPeople && (
          <section data-wide>
            <h2>
              <FormattedMessage id="team.members" />
            </h2>
            <TeamMembers team={team} on={team.on} stands={stands} />
          </section>
        )}
        <section data-wide>
          <h2>
            <FormattedMessage id="teams.equipment" />
          </h2>
          <TeamEquipment team={team} on={team.on} mayWrite={mayWrite && stands} />
        </section>
        <section data-wide>
          <h2>
            <FormattedMessage id="teams.history" />
          </h2>
          <TeamHistory id={team.id} />
        </section>
      </div>
      <Suspense>
        {act === 'assign' && <AssignForm team={team} on={on} onClose={close} />}
        {act && act !== 'assign' && <TeamForm act={act} team={team} on={on} onClose={close} />}
      </Suspense>
    </>
  );
}

function placesOf({ villages, workplace }: TeamProfile) {
  const places = villages.flatMap(({ id, kind, name, lon, lat }) =>
    lon === null || lat === null ? [] : [{ id, name: unitName({ kind, name }), lon, lat }],
  );
  return { places, mark: workplace && { lon: workplace.lon, lat: workplace.lat } };
}

function Facts({ team }: { team: TeamProfile }) {
  const { decision, basedOn, workplace, villages } = team;
  const shared = villages.flatMap(({ shares }) => shares);
  return (
    <dl className="facts">
      <Fact id="teams.form.code">{team.code}</Fact>
      <Fact id="teams.column.villages">
        {villages.map(unitName).join(', ')}
        {shared.length > 0 && (
          <small>
            <FormattedMessage
              id="teams.shares"
              values={{
                teams: shared.map((other, n) => (
                  <span key={other.id}>
                    {n > 0 && ', '}
                    <PlaceLink path={`/teams/${other.id}`}>{other.name}</PlaceLink>
                  </span>
                )),
              }}
            />
          </small>
        )}
      </Fact>
      <Fact id="teams.column.founded">{formatDay(team.foundedOn)}</Fact>
      {team.dissolvedOn && <Fact id="teams.dissolved-on">{formatDay(team.dissolvedOn)}</Fact>}
      <Fact id="teams.column.decision">
        {decision ? `${decision.number} (${formatDay(decision.signedOn)})` : team.decisionNumber}
        {decision && <small>{decision.issuer}</small>}
      </Fact>
      {basedOn && (
        <Fact id="teams.decision.based-on">{`${basedOn.number}, ${basedOn.issuer}`}</Fact>
      )}
      <Fact id="teams.column.workplace">
        {workplace ? (
          <>
            <PlaceLink path={`/workplaces/${workplace.id}`}>{workplace.name}</PlaceLink>
            <small>
              <FormattedMessage
                id="teams.workplace-since"
                values={{ day: formatDay(workplace.since) }}
              />
            </small>
          </>
        ) : (
          <FormattedMessage id="teams.unplaced" />
        )}
      </Fact>
    </dl>
  );
}

type FactId =
  | 'teams.form.code'
  | 'teams.column.villages'
  | 'teams.column.founded'
  | 'teams.dissolved-on'
  | 'teams.column.decision'
  | 'teams.decision.based-on'
  | 'teams.column.workplace';

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
