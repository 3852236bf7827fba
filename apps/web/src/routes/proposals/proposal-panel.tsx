import '../../field/field.css';
import { getProposal } from '@antt/contracts';
import { Button, Drawer, Timeline } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { FileList } from '../../field/file-list.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { Appraisal } from './appraisal.tsx';
import { ProposalForm } from './proposal-form.tsx';

/** One proposal: what was asked, why, by which paper, what became of it; and the province's word on it. */
export function ProposalPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const proposal = useAnswer(getProposal, { id });
  const mayAppraise = useMay('quota.write');
  const maySend = useMay('proposal.write');
  const [again, setAgain] = useState(false);
  const { data } = proposal;
  if (again && data) return <ProposalForm again={data} onClose={() => setAgain(false)} />;
  const pair = (of: { teams: number; members: number } | null) =>
    of && (
      <FormattedMessage
        id="proposals.panel.figures"
        values={{ teams: of.teams, members: of.members }}
      />
    );
  return (
    <Drawer
      open
      size={440}
      mask={false}
      title={data ? unitName({ kind: data.unitKind, name: data.unitName }) : ''}
      onClose={onClose}
      footer={
        data?.status === 'returned' &&
        maySend && (
          <div className="drawer-actions">
            <Button type="primary" onClick={() => setAgain(true)}>
              <FormattedMessage id="proposals.again" />
            </Button>
          </div>
        )
      }
    >
      {proposal.isError && <ProblemPanel problem={proposal.error} />}
      {proposal.isPending && <PageSkeleton />}
      {data && (
        <>
          <dl className="facts">
            <div>
              <dt>
                <FormattedMessage id="proposals.panel.asked" />
              </dt>
              <dd>{pair(data)}</dd>
            </div>
            <div>
              <dt>
                <FormattedMessage id="proposals.column.decided" />
              </dt>
              <dd>{pair(data.decided) ?? '–'}</dd>
            </div>
            <div>
              <dt>
                <FormattedMessage id="proposals.column.active" />
              </dt>
              <dd>{data.active}</dd>
            </div>
            {data.accepted && (
              <div>
                <dt>
                  <FormattedMessage id="proposals.panel.accepted" />
                </dt>
                <dd>{pair(data.accepted)}</dd>
              </div>
            )}
            <div>
              <dt>
                <FormattedMessage id="proposals.form.effective" />
              </dt>
              <dd>{formatDay(data.effectiveFrom)}</dd>
            </div>
            {data.paperNumber && (
              <div>
                <dt>
                  <FormattedMessage id="proposals.form.paper" />
                </dt>
                <dd>{data.paperNumber}</dd>
              </div>
            )}
          </dl>
          <h2>
            <FormattedMessage id="proposals.panel.reason" />
          </h2>
          <p className="reason">{data.reason}</p>
          <FileList files={data.files} />
          {data.status === 'sent' && mayAppraise && <Appraisal proposal={data} />}
          <h2>
            <FormattedMessage id="proposals.panel.history" />
          </h2>
          <Timeline
            items={data.steps.map((step) => ({
              color: step.step === 'returned' ? 'red' : step.step === 'sent' ? 'blue' : 'green',
              content: (
                <span className="two-lines">
                  <b>
                    <FormattedMessage id={`proposals.step.${step.step}`} />{' '}
                    {step.figures && <span className="plain">({pair(step.figures)})</span>}
                  </b>
                  {step.reason && <span>{step.reason}</span>}
                  <small>
                    {formatMoment(step.at)} · {step.by}
                  </small>
                </span>
              ),
            }))}
          />
        </>
      )}
    </Drawer>
  );
}
