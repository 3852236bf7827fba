import { listAreas, reorganise } from '@antt/contracts';
import { Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMe } from '../../session/me.ts';
import { ActMaps } from './act-maps.tsx';
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
      <Areas touched={[...plan.ended, ...plan.lineage.map(({ predecessorId }) => predecessorId)]} />
      <p className="faint">
        <FormattedMessage id="reorganisations.new.nothing-written" />
      </p>
    </div>
  );
}

/** Areas that roles are held in and that follow, or have to be looked at. */
function Areas({ touched }: { touched: string[] }) {
  const may = useMe().permissions.includes('account.read');
  const areas = useAnswer(listAreas, {}, { enabled: may });
  const own = (areas.data?.items ?? []).filter(({ units }) =>
    units.some(({ unitId, to }) => to === null && touched.includes(unitId)),
  );
  if (own.length === 0) return null;
  return (
    <details>
      <summary>
        <FormattedMessage id="reorganisations.new.areas" /> <b className="tabular">{own.length}</b>
      </summary>
      <ul className="act-lines">
        {own.map(({ id, name, units }) => (
          <li key={id}>
            <b>{name}</b>
            <span>
              <FormattedMessage
                id="reorganisations.new.areas-units"
                values={{
                  count: units.filter(({ unitId, to }) => to === null && touched.includes(unitId))
                    .length,
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
