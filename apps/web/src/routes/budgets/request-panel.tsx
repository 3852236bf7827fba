import { type BudgetRequest, type BudgetRequestStep, getBudgetRequest } from '@antt/contracts';
import { Button, Drawer, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { unitName } from '../../unit-name.ts';
import { Money } from '../payrolls/money.tsx';
import { stageOf } from './budget.rules.ts';
import type { TakenStep } from './request-step-form.tsx';

const StepForm = lazy(() => import('./request-step-form.tsx'));
const RequestForm = lazy(() => import('./request-form.tsx'));

/** The step that leads on stands out, at the end. */
const order: BudgetRequestStep[] = [
  ...(['return', 'refuse', 'draft', 'submit', 'appraise', 'approve'] as const),
  ...(['allocate', 'settle'] as const),
];
const onward: BudgetRequestStep[] = ['submit', 'appraise', 'approve', 'allocate', 'settle'];

export function RequestStateTag({ state }: Pick<BudgetRequest, 'state'>) {
  return (
    <Tag className="pay-tag" data-stage={stageOf[state]}>
      <FormattedMessage id={`budgets.state.${state}`} />
    </Tag>
  );
}

/** One request: what is asked, what became of each line, who did what when, and what comes next. */
export function RequestPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const answer = useAnswer(getBudgetRequest, { id });
  const [step, setStep] = useState<BudgetRequestStep | null>(null);
  const request = answer.data;
  const close = () => setStep(null);
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={request ? request.title : <FormattedMessage id="budgets.request" />}
      footer={request && request.next.length > 0 && <Acts request={request} onAct={setStep} />}
    >
      {answer.isPending && <PageSkeleton />}
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {request && <Content request={request} />}
      <Suspense fallback={null}>
        {request && step === 'draft' && (
          <RequestForm year={request.year} request={request} onDone={close} onClose={close} />
        )}
        {request && step !== null && step !== 'draft' && (
          <StepForm request={request} step={step satisfies TakenStep} onClose={close} />
        )}
      </Suspense>
    </Drawer>
  );
}

type ActsProps = { request: BudgetRequest; onAct: (step: BudgetRequestStep) => void };

function Acts({ request: { next }, onAct }: ActsProps) {
  return (
    <div className="drawer-actions">
      {order
        .filter((step) => next.includes(step))
        .map((step) => (
          <Button
            key={step}
            type={onward.includes(step) ? 'primary' : 'default'}
            onClick={() => onAct(step)}
          >
            <FormattedMessage id={`budgets.step.${step}`} />
          </Button>
        ))}
    </div>
  );
}

function Content({ request }: { request: BudgetRequest }) {
  const { unit, year, fund, state, decision, instrument, acts } = request;
  return (
    <>
      <p>
        <b>{unitName(unit)}</b> · {year} · <FormattedMessage id={`budgets.fund.${fund}`} />{' '}
        <RequestStateTag state={state} />
      </p>
      <Needs request={request} />
      <dl className="facts">
        {decision && (
          <div>
            <dt>
              <FormattedMessage id="budgets.decision" />
            </dt>
            <dd>
              {decision.number}, {formatDay(decision.signedOn)}, {decision.signer}
            </dd>
          </div>
        )}
        {instrument && (
          <div>
            <dt>
              <FormattedMessage id="budgets.allocation" />
            </dt>
            <dd>
              <PlaceLink path={`/instruments/${instrument.id}`}>{instrument.number}</PlaceLink>,{' '}
              {formatDay(instrument.signedOn)}
            </dd>
          </div>
        )}
      </dl>
      <h2>
        <FormattedMessage id="budgets.steps" />
      </h2>
      <ol className="budget-rows">
        {acts.map(({ step, by, at, said }) => (
          <li key={`${step} ${at}`}>
            <span>
              <b>
                <FormattedMessage id={`budgets.step-past.${step}`} />
              </b>
              <span className="faint">
                {formatMoment(at)} · {by}
              </span>
            </span>
            {said && <small>{said}</small>}
          </li>
        ))}
      </ol>
    </>
  );
}

const columns = ['amount', 'appraised', 'approved', 'allocated', 'spent', 'returned'] as const;

/** Each line: what was asked, and what became of it, as far as it came. */
function Needs({ request: { lines } }: { request: BudgetRequest }) {
  return (
    <ul className="budget-rows">
      {lines.map((line) => (
        <li key={`${line.group} ${line.source}`}>
          <b>
            <FormattedMessage id={`pay.group.${line.group}`} />
          </b>
          <small>
            <FormattedMessage id={`pay.fund.${line.source}`} />
            {line.reason && ` · ${line.reason}`}
          </small>
          <dl>
            {columns
              .filter((name) => line[name] !== null)
              .map((name) => (
                <div key={name}>
                  <dt>
                    <FormattedMessage id={`budgets.line.${name}`} />
                  </dt>
                  <dd>
                    <Money amount={line[name]} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
