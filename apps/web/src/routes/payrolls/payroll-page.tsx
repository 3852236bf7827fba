import '../../list-page.css';
import './payrolls.css';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAddress } from '../../address.ts';
import { formatMonth } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { unitName } from '../../unit-name.ts';
import { LinesTab } from './lines-tab.tsx';
import { isBilled, MobilisationBill } from './mobilisation-bill.tsx';
import { PaymentsTab } from './payments-tab.tsx';
import { RunTags } from './payroll-state.tsx';
import { RunFigures, RunNotices } from './run-head.tsx';
import { RunItems } from './run-items.tsx';
import { RunActs, RunStages, TakenBack } from './run-stages.tsx';
import { StepActions } from './step-actions.tsx';
import { type Run, useRun } from './use-run.ts';
import { VarianceTab } from './variance-tab.tsx';

/** One run: how far it is, what it comes to, what is unusual, and every amount. */
export function Component() {
  const { id = '' } = useParams();
  const run = useRun(id);
  return (
    <div className="payroll-page">
      <PlaceLink path="/payrolls" className="back-link">
        <ArrowLeftOutlined aria-hidden /> <FormattedMessage id="page.payrolls" />
      </PlaceLink>
      {run.isError && !run.data && (
        <ProblemPanel problem={run.error} onRetry={() => void run.refetch()} />
      )}
      {run.isPending && <PageSkeleton />}
      {run.data && <OneRun run={run.data} />}
    </div>
  );
}

function OneRun({ run }: { run: Run }) {
  const calculated = run.calculatedAt !== null && run.state !== 'draft';
  return (
    <>
      <PageHeader
        title={
          <>
            <FormattedMessage
              id="payrolls.title"
              values={{ month: formatMonth(run.month), unit: unitName(run.unit) }}
            />{' '}
            <RunTags payroll={run} />
          </>
        }
        note={
          run.calculatedAt && (
            <FormattedMessage
              id="payrolls.calculated-at"
              values={{ at: formatMoment(run.calculatedAt) }}
            />
          )
        }
      >
        <StepActions run={run} />
      </PageHeader>
      <div className="run-notices">
        <RunNotices run={run} />
        <TakenBack run={run} />
      </div>
      <RunStages run={run} />
      <RunActs run={run} />
      {calculated && <Calculated run={run} />}
    </>
  );
}

function Calculated({ run }: { run: Run }) {
  const intl = useIntl();
  const { search, put } = useAddress();
  const asked = search.get('tab');
  const tab = asked === 'lines' || asked === 'payments' ? asked : 'variance';
  return (
    <>
      <RunFigures run={run} />
      <RunItems run={run} onItem={(item) => put({ tab: 'lines', item })} />
      {isBilled(run) && <MobilisationBill run={run} />}
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(next) => put({ tab: next === 'variance' ? undefined : next })}
        items={[
          {
            key: 'variance',
            label: intl.formatMessage({ id: 'payrolls.tab.variance' }),
            children: <VarianceTab run={run} />,
          },
          {
            key: 'lines',
            label: intl.formatMessage({ id: 'payrolls.tab.lines' }),
            children: <LinesTab run={run} />,
          },
          {
            key: 'payments',
            label: intl.formatMessage({ id: 'payrolls.tab.payments' }),
            children: <PaymentsTab run={run} />,
          },
        ]}
      />
    </>
  );
}
