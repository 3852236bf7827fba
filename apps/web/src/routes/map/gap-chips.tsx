import type { Gap } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import type { useMapSearch } from './map-search.ts';

const chips: Gap[] = [
  'villages-uncovered',
  'teams-short',
  'teams-over',
  'workplace-missing',
  'quota-missing',
];

type Props = { search: ReturnType<typeof useMapSearch>; counts: Record<Gap, number> };

/** What units may lack, each with how many do. */
export function GapChips({ search, counts }: Props) {
  const intl = useIntl();
  const { gaps, change } = search;
  const toggle = (gap: Gap) =>
    change({ gaps: gaps.includes(gap) ? gaps.filter((one) => one !== gap) : [...gaps, gap] });
  return (
    <div className="chips" role="group" aria-label={intl.formatMessage({ id: 'map.filter' })}>
      {chips
        .filter((gap) => counts[gap] > 0 || gaps.includes(gap))
        .map((gap) => (
          <button
            key={gap}
            type="button"
            className="chip"
            aria-pressed={gaps.includes(gap)}
            onClick={() => toggle(gap)}
          >
            <FormattedMessage id={`gap.${gap}`} />
            <b className="tabular">{counts[gap]}</b>
          </button>
        ))}
      {gaps.length > 0 && (
        <button type="button" className="chip clear" onClick={() => change({ gaps: [] })}>
          <FormattedMessage id="map.clear" />
        </button>
      )}
    </div>
  );
}
