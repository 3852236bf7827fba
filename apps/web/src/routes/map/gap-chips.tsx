import type { Gap, Level } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import type { useMapSearch } from './map-search.ts';

const chips: Gap[] = [
  'villages-uncovered',
  'teams-short',
  'teams-over',
  'workplace-missing',
  'quota-missing',
  'consolidation-overdue',
];

type Props = { search: ReturnType<typeof useMapSearch>; counts: Record<Gap, number>; level: Level };

/** What units may lack, each with how many do: a number says of what it is one. */
export function GapChips({ search, counts, level }: Props) {
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
            <FormattedMessage id={`gap.counted.${gap}`} values={{ level }} />
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
