import '../../list-page.css';
import '../map/unit-drawer.css';
import './units.css';
import { EnvironmentOutlined, LineChartOutlined } from '@ant-design/icons';
import { getCoverage, getUnit, type UnitProfile } from '@antt/contracts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceButton } from '../../frame/place-button.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { openAbove } from '../../session/reach.rules.ts';
import { unitName } from '../../unit-name.ts';
import { UnitFacts } from '../map/unit-facts.tsx';
import { UnitHistory } from '../map/unit-history.tsx';
import { UnitTeams } from '../map/unit-teams.tsx';
import { UnitBelow } from './unit-below.tsx';
import { UnitFigures } from './unit-figures.tsx';
import { UnitInForce } from './unit-in-force.tsx';
import { UnitLineage } from './unit-lineage.tsx';
import { UnitNorm } from './unit-norm.tsx';
import { UnitPeople } from './unit-people.tsx';
import { UnitPlace } from './unit-place.tsx';
import { UnitTags } from './unit-tags.tsx';
import { UnitWorkplaces } from './unit-workplaces.tsx';

const RenameForm = lazy(() => import('./rename-form.tsx'));

/** All that is known of one unit on the day. */
export function Component() {
  const { unitId = '' } = useParams();
  const { on } = useDay();
  const unit = useAnswer(getUnit, { id: unitId, on });
  if (unit.isError) {
    return <ProblemPanel problem={unit.error} onRetry={() => void unit.refetch()} />;
  }
  if (!unit.data) return <PageSkeleton />;
  // Each part begins anew with the day: none may show the figures of one day under the name of another.
  return <Profile key={`${unit.data.id} ${on}`} unit={unit.data} />;
}

function Profile({ unit }: { unit: UnitProfile }) {
  const { on } = useDay();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayWrite = useMay('unit.write');
  const mayCoverage = useMay('coverage.read');
  const mayTeams = useMay('team.read');
  const mayWorkplaces = useMay('workplace.read');
  const mayPeople = useMay('person.read');
  const mayInstruments = useMay('instrument.read');
  const mayNorm = useMay('criteria.read');
  const [renaming, setRenaming] = useState(false);
  const { id, level } = unit;
  const coverage = useAnswer(getCoverage, { on, within: id, level }, { enabled: mayCoverage });
  const row = coverage.data?.items.find((one) => one.unit.id === id);
  const open = openAbove(unit.ancestors, useMe().areas);
  const communes = unit.ancestors.filter((above) => above.level === 'commune');
  const onMap = level === 'village' ? (communes[0]?.id ?? id) : id;

  return (
    <article className="unit-page">
      <nav className="above">
        {unit.ancestors.map((above) =>
          open.has(above.id) ? (
            <PlaceLink key={above.id} path={`/units/${above.id}`}>
              {unitName(above)}
            </PlaceLink>
          ) : (
            <span key={above.id}>{unitName(above)}</span>
          ),
        )}
      </nav>
      <PageHeader
        title={unitName(unit)}
        note={<FormattedMessage id="unit.as-of" values={{ day: formatDay(on) }} />}
      >
        <PlaceButton
          path="/map"
          search={{ unit: onMap }}
          icon={<EnvironmentOutlined aria-hidden />}
        >
          <FormattedMessage id="unit.on-map" />
        </PlaceButton>
        {mayCoverage && (
          <PlaceButton
            path="/coverage/series"
            search={{ within: id }}
            icon={<LineChartOutlined aria-hidden />}
          >
            <FormattedMessage id="coverage.series" />
          </PlaceButton>
        )}
        {mayWrite && (
          <Button onClick={() => setRenaming(true)}>
            <FormattedMessage id="unit.rename" />
          </Button>
        )}
      </PageHeader>
      <div className="unit-parts">
        <section>
          <h2>
            <FormattedMessage id="unit.tab.facts" />
          </h2>
          <UnitFacts
            unit={{ ...unit, figures: [], tags: [] }}
            row={row}
            onShow={(other) => void navigate(`/units/${other}${held()}`)}
          />
        </section>
        <UnitPlace unit={unit} />
        <UnitFigures unit={unit} />
        <UnitTags unit={unit} />
        {mayNorm && <UnitNorm unit={unit} />}
        {level !== 'village' && <UnitBelow unit={unit} />}
        {mayTeams && level !== 'province' && level !== 'district' && (
          <section>
            <h2>
              <FormattedMessage id="unit.tab.teams" />
            </h2>
            <div className="long" tabIndex={0}>
              <UnitTeams id={id} on={on} />
            </div>
          </section>
        )}
        {mayWorkplaces && level !== 'province' && level !== 'district' && (
          <UnitWorkplaces id={id} />
        )}
        {mayPeople && level !== 'village' && <UnitPeople id={id} />}
        {mayInstruments && <UnitInForce id={id} />}
        <section>
          <h2>
            <FormattedMessage id="unit.tab.history" />
          </h2>
          <UnitLineage id={id} />
          <div className="long" tabIndex={0}>
            <UnitHistory id={id} />
          </div>
        </section>
      </div>
      {renaming && (
        <Suspense fallback={null}>
          <RenameForm unit={unit} onClose={() => setRenaming(false)} />
        </Suspense>
      )}
    </article>
  );
}
