import './home-page.css';
import { getCoverage, getInstallation } from '@antt/contracts';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { DigestNote } from './digest-note.tsx';
import { MostLacking } from './most-lacking.tsx';
import { EmptyInstallation } from '../map/empty-installation.tsx';
import { Worklist } from './worklist.tsx';

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
      <DigestNote />
      <div className="home-parts-of-page">
        <section className="home-gaps">
          <h2>
            <FormattedMessage id="home.gaps" />
          </h2>
          <Worklist />
        </section>
        {may && (
          <section className="home-figures">
            <h2>
              <FormattedMessage id="home.numbers" />
              <PlaceLink path="/coverage/series">
                <FormattedMessage id="coverage.series" />
              </PlaceLink>
            </h2>
            {coverage.isError && (
              <ProblemPanel problem={coverage.error} onRetry={() => void coverage.refetch()} />
            )}
            {coverage.isPending && <PageSkeleton />}
            {coverage.data && <Numbers total={coverage.data.total} />}
          </section>
        )}
        {coverage.data && <MostLacking items={coverage.data.items} />}
      </div>
    </div>
  );
}

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
