import '../../list-page.css';
import './policies.css';
import { getInstrument, getPolicy } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { DocumentReading } from './document-reading.tsx';
import { FaultList } from './fault-list.tsx';
import { AdoptDialog, WithdrawDialog } from './policy-dialogs.tsx';
import { CertaintyMark, PolicyDays, PolicyState } from './policy-state.tsx';
import { useConfirming } from './use-confirming.ts';
import { YamlExport } from './yaml-buttons.tsx';

const SimulationDrawer = lazy(() => import('./simulation-drawer.tsx'));

type Detail = Output<typeof getPolicy>;

/** A policy: what is paid for what, what stands against it, and what can be done with it. */
export function Component() {
  const { policyId = '' } = useParams();
  const answer = useAnswer(getPolicy, { id: policyId }, { keep: true });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  return <Policy key={policyId} policy={answer.data} />;
}

function Policy({ policy }: { policy: Detail }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayWrite = useMay('policy.write');
  const [dialog, setDialog] = useState<'adopt' | 'withdraw' | 'try' | null>(null);
  const { id, document, status, instrument, faults, territory } = policy;
  const isDraft = status === 'draft';
  const paper = useAnswer(
    getInstrument,
    { id: instrument?.id ?? '' },
    { enabled: isDraft && instrument !== null },
  );
  const hasFile = paper.data && paper.data.files.length > 0;
  const confirming = useConfirming(policy, isDraft && mayWrite && hasFile === true);
  const marked = document.certainty === 'draft' || document.certainty === 'illustrative';
  return (
    <div className="policy-page">
      <PageHeader
        title={policy.name}
        note={
          <>
            <PolicyState policy={policy} /> <CertaintyMark certainty={policy.certainty} />
            <PolicyDays policy={policy} />
            {policy.validFrom && ' · '}
            {instrument ? (
              <PlaceLink path={`/instruments/${instrument.id}`}>{instrument.number}</PlaceLink>
            ) : (
              <FormattedMessage id="policies.no-instrument" />
            )}
            {' · '}
            {territory.length > 0 ? (
              territory.map(({ name }) => name).join(', ')
            ) : (
              <FormattedMessage id="policies.everywhere" />
            )}
            {policy.adoptedBy && (
              <>
                {' · '}
                <FormattedMessage id="policies.adopted-by" values={{ by: policy.adoptedBy }} />
              </>
            )}
          </>
        }
      >
        <YamlExport name={policy.name} document={document} />
        <Button onClick={() => setDialog('try')}>
          <FormattedMessage id="policies.try" />
        </Button>
        <Button onClick={() => void navigate(`/policies/${id}/comparison${held()}`)}>
          <FormattedMessage id="policies.compare" />
        </Button>
        {mayWrite && (
          <Button onClick={() => void navigate(`/policies/new${held({ from: id })}`)}>
            <FormattedMessage id="policies.copy" />
          </Button>
        )}
        {mayWrite && status !== 'withdrawn' && (
          <Button danger onClick={() => setDialog('withdraw')}>
            <FormattedMessage id={isDraft ? 'policies.put-away' : 'policies.withdraw'} />
          </Button>
        )}
        {mayWrite && isDraft && (
          <>
            <Button onClick={() => void navigate(`/policies/${id}/edit${held()}`)}>
              <FormattedMessage id="policies.edit" />
            </Button>
            <Button type="primary" onClick={() => setDialog('adopt')}>
              <FormattedMessage id="policies.adopt" />
            </Button>
          </>
        )}
      </PageHeader>
      {marked && (
        <Alert
          type="warning"
          showIcon
          className="policy-mark"
          title={<FormattedMessage id={`policies.mark.${document.certainty as 'draft'}`} />}
        />
      )}
      <div className="policy-parts" data-alone={isDraft ? undefined : ''}>
        <div className="policy-lines">
          <DocumentReading document={document} confirming={isDraft ? confirming : undefined} />
        </div>
        {isDraft && (
          <aside
            className="policy-aside"
            tabIndex={0}
            aria-label={intl.formatMessage({ id: 'policies.aside' })}
          >
            <section className="policy-side" aria-labelledby="faults-title">
              <h2 id="faults-title">
                <FormattedMessage id="policies.faults" values={{ count: faults.length }} />
              </h2>
              {faults.length === 0 ? (
                <p>
                  <FormattedMessage id="policies.no-faults" />
                </p>
              ) : (
                <FaultList document={document} faults={faults} />
              )}
            </section>
            <ConfirmBar id={id} instrument={instrument} hasFile={hasFile} confirming={confirming} />
          </aside>
        )}
      </div>
      <Suspense>
        {dialog === 'try' && <SimulationDrawer policy={policy} onClose={() => setDialog(null)} />}
      </Suspense>
      {dialog === 'adopt' && <AdoptDialog policy={policy} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog policy={policy} onClose={() => setDialog(null)} />}
    </div>
  );
}
