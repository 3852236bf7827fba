import './reports.css';
import {
  acceptReports,
  getReport,
  listCompleteness,
  listReports,
  type ReportVersion,
  verifyReports,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import { Obstacles } from './obstacles.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportMarks, ReportStateTag } from './report-state.tsx';
import { ReportValues } from './report-values.tsx';
import { ReportVersions } from './report-versions.tsx';
import { ReturnForm } from './return-form.tsx';

type Report = Output<typeof getReport>;

/** A sender's report of a period: filled in by whom it is owed, looked at and judged by whom it goes to. */
export function Component() {
  const { periodId = '', senderId = '' } = useParams();
  const answer = useAnswer(getReport, { periodId, senderId });
  return (
    <div className="report">
      {answer.isPending && <PageSkeleton />}
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && <Opened report={answer.data} />}
    </div>
  );
}

function Opened({ report }: { report: Report }) {
  const intl = useIntl();
  const mayWrite = useMay('report.write');
  const mayVerify = useMay('report.verify');
  const isOpen = ['missing', 'draft', 'returned'].includes(report.state);
  // Whoever judges reports looks first; whoever owes one writes.
  const [writing, setWriting] = useState(mayWrite && isOpen && !mayVerify);
  const [chosen, setChosen] = useState<string | null>(null);
  const { period, versions } = report;
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  return (
    <>
      <PageHeader
        title={report.name}
        note={
          <>
            <PlaceLink path="/reports" search={{ period: period.id }}>
              {period.kindName}
            </PlaceLink>
            {' · '}
            <FormattedMessage
              id="reports.window"
              values={{
                name: period.name,
                from: formatDay(period.from),
                to: formatDay(period.to),
                due: formatDay(period.dueOn),
              }}
            />
          </>
        }
      >
        {mayWrite && !writing && (
          <Button type={isOpen ? 'primary' : 'default'} onClick={() => setWriting(true)}>
            <FormattedMessage id={report.version === 0 ? 'reports.fill-in' : 'reports.change'} />
          </Button>
        )}
        {writing && versions.length > 0 && (
          <Button onClick={() => setWriting(false)}>
            <FormattedMessage id="reports.look" />
          </Button>
        )}
        {mayVerify && !writing && version === versions[0] && <Judge report={report} />}
      </PageHeader>
      <p className="report-standing">
        <ReportStateTag state={report.state} /> <ReportMarks report={report} />
        {report.sender === 'team' && <span className="faint">{report.unitName}</span>}
      </p>
      {report.state === 'returned' && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={
            <FormattedMessage
              id="reports.returned-why"
              values={{ by: formatMoment(report.resubmitBy) }}
            />
          }
          description={report.returnReason}
        />
      )}
      {writing ? (
        <ReportForm
          key={`${report.periodId} ${report.version}`}
          report={report}
          onDone={() => setWriting(false)}
        />
      ) : version ? (
        <div className="report-look">
          <ReportValues report={report} version={version} />
          <section aria-label={intl.formatMessage({ id: 'reports.versions' })}>
            <h2>
              <FormattedMessage id="reports.versions" />
            </h2>
            <ReportVersions
              versions={versions}
              shown={version.id}
              onShow={({ id }: ReportVersion) => setChosen(id)}
            />
          </section>
        </div>
      ) : (
        <p className="faint">
          <FormattedMessage id="reports.nothing-sent" />
        </p>
      )}
      <Obstacles periodId={report.periodId} senderId={report.senderId} />
    </>
  );
}

/** The next step stands out. */
function Judge({ report: { id, state, version } }: { report: Report }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const mayAccept = useMay('report.accept');
  const [returning, setReturning] = useState(false);
  const refreshed = [getReport, listReports, listCompleteness];
  const verify = useCommand(verifyReports, refreshed);
  const accept = useCommand(acceptReports, refreshed);
  const reports = [{ id, version }];
  const told = (text: 'reports.verified' | 'reports.accepted') => ({
    onSuccess: () => void message.success(intl.formatMessage({ id: text }, { count: 1 })),
    onError: () => undefined,
  });
  const problem = verify.error ?? accept.error;
  return (
    <>
      {['submitted', 'verified', 'accepted'].includes(state) && (
        <Button onClick={() => setReturning(true)}>
          <FormattedMessage id="reports.return" />
        </Button>
      )}
      {state === 'submitted' && (
        <Button
          type="primary"
          loading={verify.isPending}
          onClick={() => verify.mutate({ reports }, told('reports.verified'))}
        >
          <FormattedMessage id="reports.verify" />
        </Button>
      )}
      {state === 'verified' && mayAccept && (
        <Button
          type="primary"
          loading={accept.isPending}
          onClick={() => accept.mutate({ reports }, told('reports.accepted'))}
        >
          <FormattedMessage id="reports.accept" />
        </Button>
      )}
      {problem && <ProblemPanel problem={problem} />}
      {returning && <ReturnForm {...{ id, version }} onClose={() => setReturning(false)} />}
    </>
  );
}
