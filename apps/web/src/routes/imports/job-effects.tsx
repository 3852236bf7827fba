import '../reorganisations/reorganisations.css';
import { getJobEffects, type Job } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { AreasTouched } from '../reorganisations/areas-touched.tsx';
import { Effects } from '../reorganisations/effects.tsx';

/** What a checked file of old → new units would move, and which decisions become due. */
function JobEffects({ job: { id } }: { job: Job }) {
  const answer = useAnswer(getJobEffects, { id });
  const effects = answer.data?.effects;
  if (!effects) return null;
  return (
    <section className="import-card job-effects">
      <h2>
        <FormattedMessage id="imports.effects" />
      </h2>
      <div className="act-body">
        <Effects effects={effects} />
        <AreasTouched touched={answer.data?.touched ?? []} />
      </div>
    </section>
  );
}

export { JobEffects as default };
