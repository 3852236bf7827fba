import { reorganise } from '@antt/contracts';
import { Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { ActMaps } from './act-maps.tsx';
import { AreasTouched } from './areas-touched.tsx';
import type { Draft } from './draft.ts';
import { type Fault, planOf } from './draft.rules.ts';
import { Effects } from './effects.tsx';

type Props = { draft: Draft; faults: Fault[]; onStep: (step: number) => void };

/** Everything that would move, without anything being written. */
export function CheckStep({ draft, faults, onStep }: Props) {
  if (faults.length > 0) return <Missing faults={faults} onStep={onStep} />;
  return <Tried draft={draft} onStep={onStep} />;
}

/** What keeps the draft from being tried, with the way to where it is mended. */
export function Missing({ faults, onStep }: Omit<Props, 'draft'>) {
  const intl = useIntl();
  const steps = [...new Set(faults.map(({ step }) => step))];
  return (
    <div className="act-missing" role="alert">
      <p>
        <FormattedMessage id="reorganisations.new.missing" values={{ count: faults.length }} />
      </p>
      {steps.map((step) => (
        <Button key={step} onClick={() => onStep(step)}>
          <FormattedMessage
            id="reorganisations.new.mend"
            values={{
              step: intl.formatMessage({
                id: step === 0 ? 'reorganisations.new.step.0' : 'reorganisations.new.step.1',
              }),
            }}
          />
        </Button>
      ))}
    </div>
  );
}

function Tried({ draft, onStep }: Omit<Props, 'faults'>) {
  const plan = planOf(draft);
  const answer = useAnswer(reorganise, { ...plan, id: draft.id, dryRun: true });
  if (answer.isPending) return <PageSkeleton />;
  if (answer.isError) {
    return (
      <>
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
        <p className="act-actions">
          <Button onClick={() => onStep(1)}>
            <FormattedMessage id="reorganisations.new.back-to-units" />
          </Button>
        </p>
      </>
    );
  }
  const { effects, pictures } = answer.data;
  return (
    <div className="act-check">
      {pictures && <ActMaps pictures={pictures} on={plan.on} lineage={plan.lineage} />}
      <Effects effects={effects} />
      <AreasTouched
        touched={[...plan.ended, ...plan.lineage.map(({ predecessorId }) => predecessorId)]}
      />
      <p className="faint">
        <FormattedMessage id="reorganisations.new.nothing-written" />
      </p>
    </div>
  );
}
