import { getReportWork, listAreaParts, type ReportWorkEntry } from '@antt/contracts';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { useWork } from '../worklist/use-work.ts';
import { WorkEntries } from '../worklist/work-entries.tsx';

/** What is due, wrong or waiting: my own work first, then what others have to do in my area. */
export function Worklist() {
  const { on } = useDay();
  const { entries, error, isPending, refetch } = useWork();
  // Areas are the identity service's: it counts its own.
  const parts = useAnswer(listAreaParts, {}, { enabled: useMay('account.write') });
  const { within } = useArea();
  const ofReports = useAnswer(
    getReportWork,
    { on, within },
    { keep: true, enabled: useMay('report.read') },
  );
  const reports = ofReports.data?.entries ?? [];
  const waiting = parts.data?.items.length ?? 0;
  if (isPending) return <PageSkeleton />;
  if (entries.length === 0 && waiting === 0 && reports.length === 0 && !error) {
    return (
      <p className="home-well">
        <FormattedMessage id="home.well" values={{ day: formatDay(on) }} />
      </p>
    );
  }
  const mine = entries.filter((entry) => entry.mine);
  const others = entries.filter((entry) => !entry.mine);
  return (
    <>
      {error && <ProblemPanel problem={error} onRetry={() => void refetch()} />}
      <WorkEntries entries={mine} />
      {reports.length > 0 && <ReportWork entries={reports} />}
      {waiting > 0 && <AreaPartsWork count={waiting} />}
      {others.length > 0 && (
        <>
          {(mine.length > 0 || waiting > 0 || reports.length > 0) && (
            <h3>
              <FormattedMessage id="home.others" />
            </h3>
          )}
          <WorkEntries entries={others} />
        </>
      )}
    </>
  );
}

const stateOf = {
  'report-due': 'missing',
  'report-overdue': 'missing',
  'report-returned': 'returned',
  'report-to-verify': 'submitted',
  'report-to-accept': 'verified',
} as const;

/** Reports that are mine to send or to judge, each period with its day; the reports stand on their own page. */
function ReportWork({ entries }: { entries: readonly ReportWorkEntry[] }) {
  return (
    <ul className="work">
      {entries.map(({ kind, periodId, periodName, dueOn, count }) => (
        <li key={`${kind} ${periodId}`}>
          <PlaceLink path="/reports" search={{ period: periodId, state: stateOf[kind] }}>
            <b className="tabular">
              <FormattedNumber value={count} />
            </b>
            <span>
              <FormattedMessage id={`work.${kind}`} />
              <small>
                <FormattedMessage
                  id="work.report-period"
                  values={{ period: periodName, day: formatDay(dueOn) }}
                />
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

/** Who may change areas decides what of an act belongs into them; the list stands beside the areas. */
function AreaPartsWork({ count }: { count: number }) {
  return (
    <ul className="work">
      <li>
        <PlaceLink path="/accounts" search={{ tab: 'areas' }}>
          <b className="tabular">
            <FormattedNumber value={count} />
          </b>
          <span>
            <FormattedMessage id="work.area-parts" />
          </span>
          <em>
            <FormattedMessage id="home.open" />
          </em>
        </PlaceLink>
      </li>
    </ul>
  );
}
