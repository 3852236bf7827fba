import type { getScore } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatMoment } from '../../moment.ts';
import { pointsText } from './score-text.ts';

type Mark = Output<typeof getScore>['marks'][number];

/** Who said what of which item, and why; the latest first, nothing of it goes. */
export function MarkList({ marks }: { marks: readonly Mark[] }) {
  const intl = useIntl();
  const said = ({ points, numerator, denominator, noCase }: Mark) => {
    if (points !== null)
      return intl.formatMessage({ id: 'campaigns.n-points' }, { points: pointsText(intl, points) });
    if (noCase) return intl.formatMessage({ id: 'campaigns.no-case' });
    const above = pointsText(intl, numerator);
    const figure = denominator === null ? above : `${above}/${pointsText(intl, denominator)}`;
    return intl.formatMessage({ id: 'campaigns.figure-said' }, { figure });
  };
  return (
    <section className="marks">
      <h2>
        <FormattedMessage id="campaigns.history" />
      </h2>
      {marks.length === 0 && (
        <p className="faint">
          <FormattedMessage id="campaigns.no-history" />
        </p>
      )}
      {marks.length > 0 && (
        <ol>
          {marks.map((mark, n) => (
            <li key={n}>
              <b>{mark.item}</b> <FormattedMessage id={`campaigns.step.${mark.step}`} />:{' '}
              {said(mark)}{' '}
              <small className="faint">
                {mark.by}, {formatMoment(mark.at)}
              </small>
              {mark.reason && <q>{mark.reason}</q>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
