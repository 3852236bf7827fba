import { Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { midSentence } from '../../i18n/mid-sentence.ts';
import type { useMapSearch } from './map-search.ts';

type Props = { search: ReturnType<typeof useMapSearch>; shown: number; of: number };

/** On a phone the filters are behind a button: that some are set is said in words, with the way out. */
export function FilterLine({ search, shown, of }: Props) {
  const intl = useIntl();
  const { gaps, q, change } = search;
  if (gaps.length === 0 && q === '') return null;
  const what = [
    ...gaps.map((gap) => midSentence(intl.formatMessage({ id: `gap.${gap}` }))),
    ...(q ? [`“${q}”`] : []),
  ].join('; ');
  return (
    <div className="filter-line" role="status">
      <p>
        <FormattedMessage
          id="map.filtered"
          values={{ what, shown, of, b: (text) => <b>{text}</b> }}
        />
      </p>
      <Button onClick={() => change({ gaps: [], q: '' })}>
        <FormattedMessage id="map.clear" />
      </Button>
    </div>
  );
}
