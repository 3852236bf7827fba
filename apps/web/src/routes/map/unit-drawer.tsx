import './unit-drawer.css';
import { CloseOutlined } from '@ant-design/icons';
import { getUnit, type Coverage } from '@antt/contracts';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { withTexts } from '../../i18n/text.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { UnitFacts } from './unit-facts.tsx';
import { UnitHistory } from './unit-history.tsx';
import { UnitTeams } from './unit-teams.tsx';

// The names of all kinds of work are no part of what the map needs first.
const UnitWork = lazy(withTexts('units', () => import('./unit-work.tsx')));

const tabs = ['facts', 'teams', 'history'] as const;
type Tab = (typeof tabs)[number];

const over = [
  '.ant-modal-wrap',
  '.ant-drawer-open',
  '.ant-popover:not(.ant-popover-hidden)',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
  '.ant-select-dropdown:not(.ant-select-dropdown-hidden)',
].join();

type Props = {
  id: string;
  row: Coverage | undefined;
  /** What the map is looked at for stands first. */
  first: 'facts' | 'work';
  onClose: () => void;
  onShow: (id: string) => void;
};

/** A unit's profile at the side; the map stays as it is. Escape closes. */
export function UnitDrawer({ id, row, first, onClose, onShow }: Props) {
  const intl = useIntl();
  const day = useDay();
  // A unit is looked at on the day on which it stands.
  const on = day.restate ?? day.on;
  const [tab, setTab] = useState<Tab>('facts');
  const mayTeams = useMay('team.read');
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  const unit = useAnswer(getUnit, { id, on }, { keep: true });

  useEffect(() => {
    before.current = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      // What lies over the drawer closes first.
      if (event.key === 'Escape' && !document.querySelector(over)) onClose();
    };
    addEventListener('keydown', onKey);
    const back = before.current;
    return () => {
      removeEventListener('keydown', onKey);
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
    // The drawer is keyed by its unit: this is its opening and its closing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const work = unit.data && unit.data.level !== 'village' && (
    <Suspense fallback={null}>
      <UnitWork id={id} />
    </Suspense>
  );
  const name = unit.data ? unitName(unit.data) : row ? unitName(row.unit) : '';
  return (
    <aside className="drawer" aria-label={intl.formatMessage({ id: 'unit.profile' }, { name })}>
      <header>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {name || <FormattedMessage id="unit.loading" />}
          </h2>
          <p>{unit.data?.ancestors.map((one) => unitName(one)).join(' · ')}</p>
        </div>
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={intl.formatMessage({ id: 'action.close' })}
          onClick={onClose}
        />
      </header>
      <Segmented<Tab>
        aria-label={intl.formatMessage({ id: 'choice.view' })}
        block
        value={tab}
        options={tabs
          .filter((value) => value !== 'teams' || mayTeams)
          .map((value) => ({ value, label: intl.formatMessage({ id: `unit.tab.${value}` }) }))}
        onChange={setTab}
      />
      <div className="drawer-body" tabIndex={0}>
        {unit.isError ? (
          <ProblemPanel problem={unit.error} onRetry={() => void unit.refetch()} />
        ) : !unit.data ? (
          <PageSkeleton />
        ) : tab === 'facts' ? (
          <>
            {first === 'work' && work}
            <UnitFacts unit={unit.data} row={row} onShow={onShow} />
            {first === 'facts' && work}
          </>
        ) : tab === 'teams' ? (
          <UnitTeams id={id} on={on} />
        ) : (
          <UnitHistory id={id} />
        )}
      </div>
      <footer>
        {day.restate !== undefined && tab === 'facts' ? (
          // The figures are those of the day, read in the units of another.
          <FormattedMessage
            id="unit.as-of-restated"
            values={{ day: formatDay(day.on), units: formatDay(on) }}
          />
        ) : (
          <FormattedMessage id="unit.as-of" values={{ day: formatDay(on) }} />
        )}{' '}
        <PlaceLink path="/coverage/series" search={{ within: id }}>
          <FormattedMessage id="coverage.series" />
        </PlaceLink>
      </footer>
    </aside>
  );
}
