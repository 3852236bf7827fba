import type { Score } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';

/** Points as they are written: no more than two digits behind the comma. */
export const pointsText = (intl: IntlShape, points: number | null) =>
  points === null ? '–' : intl.formatNumber(points, { maximumFractionDigits: 2 });

/** Five steps of a colour, by the part of the points that was reached. */
export const heatOf = (points: number, max: number) =>
  max > 0 ? Math.min(4, Math.max(0, Math.floor((points / max) * 5))) : 0;

/** Why a subject is out, item by item. */
export function barredText(intl: IntlShape, disqualified: Score['disqualified']): string {
  return disqualified
    .map(({ why, about }) => {
      const id: MessageId = `campaigns.out.${why}`;
      return intl.formatMessage({ id }, { about });
    })
    .join('; ');
}
