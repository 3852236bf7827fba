import type { AwardStep } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { formatMoment } from '../../moment.ts';
import { findingIn } from './award-text.ts';

/** Who did what with an award and by which document, the latest first. */
export function AwardHistory({ steps }: { steps: readonly AwardStep[] }) {
  const intl = useIntl();
  const paper = ({ number, on }: AwardStep) =>
    [number, on && formatDay(on)].filter(Boolean).join(' · ');
  return (
    <ul className="file-list award-steps">
      {steps.map((step) => (
        <li key={step.id}>
          <span className="two-lines">
            <span>
              <b>
                <FormattedMessage id={`awards.step.${step.step}`} />
              </b>
              {step.agency && ` · ${intl.formatMessage({ id: `awards.agency.${step.agency}` })}`}
              {step.agrees !== null &&
                `: ${intl.formatMessage({ id: step.agrees ? 'awards.agrees' : 'awards.disagrees' })}`}
              {step.revocation &&
                `: ${intl.formatMessage({ id: `awards.revocation.${step.revocation}` })}`}
            </span>
            {step.note && <span className="award-summary">{step.note}</span>}
            {step.findings.map((one) => (
              <small key={one.unitId + one.finding}>
                <FormattedMessage id="awards.in-spite-of" />
                {`: ${findingIn(intl, one)}`}
              </small>
            ))}
            <small>
              {[paper(step), step.by, formatMoment(step.at)].filter(Boolean).join(' · ')}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
