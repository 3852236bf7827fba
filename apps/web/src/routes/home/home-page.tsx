import './home-page.css';
import { getCoverage, getInstallation, type Gap } from '@antt/contracts';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { gapCounts } from '../map/figures.ts';
import { MostLacking } from './most-lacking.tsx';
import { EmptyInstallation } from '../map/empty-installation.tsx';

/** What is wrong comes before what is only unusual. */
const work: Gap[] = [
  'teams-short',
  'villages-uncovered',
  'workplace-missing',
  'quota-missing',
  'teams-over',
];

/** A list of work, not a greeting: what is lacking in my area, each count a link to its list. */
export function Component() {
  const { on } = useDay();
  const { within } = useArea();
  const may = useMay('coverage.read');
  const installation = useAnswer(getInstallation, {});
  const coverage = useAnswer(getCoverage, { on, within }, { keep: true, enabled: may });

  if (installation.data?.empty) return <EmptyInstallation />;
  return (
    <div className="home">
      <PageHeader
        title={<FormattedMessage id="page.home" />}
        note={<FormattedMessage id="day.as-of" values={{ day: formatDay(on) }} />}
      />
      {coverage.isError && (
        <ProblemPanel problem={coverage.error} onRetry={() => void coverage.refetch()} />
      )}
      {may && coverage.isPending && <PageSkeleton />}
      {coverage.data && (
        <div className="home-parts-of-page">
          <section className="home-gaps">
            <h2>
              <FormattedMessage id="home.gaps" />
            </h2>
            <WorkList
              counts={gapCounts(coverage.data.items)}
              of={coverage.data.items.length}
              on={on}
            />
          </section>
          <section>
            <h2>
              <FormattedMessage id="home.numbers" />
            </h2>
            <Numbers total={coverage.data.total} />
          </section>
          <MostLacking items={coverage.data.items} />
        </div>
      )}
    </div>
  );
}

function WorkList({ counts, of, on }: { counts: Record<Gap, number>; of: number; on: string }) {
  const due = work.filter((gap) => counts[gap] > 0);
  if (due.length === 0) {
    return (
      <p className="home-well">
        <FormattedMessage id="home.well" values={{ day: formatDay(on) }} />
      </p>
    );
  }
  return (
    <ul className="work">
      {due.map((gap) => (
        <li key={gap}>
          <PlaceLink path="/map" search={{ gap, metric: metricOf[gap] }}>
            <b className="tabular">
              <FormattedNumber value={counts[gap]} />
            </b>
            <span>
              <FormattedMessage id={`home.${gap}`} values={{ count: counts[gap] }} />
              <small>
                <FormattedMessage id="home.of" values={{ total: of }} />
              </small>
            </span>
            <em>
              <FormattedMessage id="home.open" />
            </em>
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}

/** The map opens coloured by what the list is about. */
const metricOf: Record<Gap, string | undefined> = {
  'teams-short': 'teams',
  'teams-over': 'teams',
  'quota-missing': 'teams',
  'workplace-missing': 'workplaces',
  'villages-uncovered': undefined,
};

type Total = NonNullable<ReturnType<typeof useAnswer<typeof getCoverage>>['data']>['total'];

function Numbers({ total }: { total: Total }) {
  const parts = [
    ['home.villages', total.coveredVillages, total.villages],
    ['home.active', total.teams.active, total.teams.decided],
    ['home.workplaces', total.workplaces.teamsWith, total.teams.active],
  ] as const;
  return (
    <>
      <dl className="home-numbers">
        {(['norm', 'decided', 'serving', 'paid'] as const).map((one) => (
          <div key={one}>
            <dt>
              <FormattedMessage id={`number.${one}`} />
            </dt>
            <dd>
              {total.members[one] === null ? (
                <span className="home-not-yet">
                  <FormattedMessage id="number.not-yet" />
                </span>
              ) : (
                <FormattedNumber value={total.members[one]} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <dl className="home-parts">
        {parts.map(([id, part, whole]) => (
          <div key={id}>
            <dt>
              <FormattedMessage id={id} />
            </dt>
            <dd className="tabular">
              <FormattedNumber value={part} />
              {whole !== null && (
                <>
                  {' / '}
                  <FormattedNumber value={whole} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
