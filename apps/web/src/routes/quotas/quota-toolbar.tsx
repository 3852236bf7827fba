import { Input, Segmented } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { InstrumentField, type ListedInstrument } from '../instruments/instrument-field.tsx';
import type { QuotaSearch } from './quota-search.ts';
import { type GapFilter, gapFilters, type gapsOf } from './quota.rules.ts';

type Props = {
  search: QuotaSearch;
  change: (part: Partial<QuotaSearch>) => void;
  instruments: readonly ListedInstrument[];
  gaps: ReturnType<typeof gapsOf>;
  rows: number;
};

/** By which decision, which name, which gap. */
export function QuotaToolbar({ search, change, instruments, gaps, rows }: Props) {
  const intl = useIntl();
  const counts: Record<GapFilter, number> = { all: rows, short: gaps.short, over: gaps.over };
  return (
    <div className="toolbar quota-toolbar">
      <InstrumentField
        className="quota-instrument"
        aria-label={intl.formatMessage({ id: 'quotas.instrument' })}
        all={intl.formatMessage({ id: 'quotas.instrument-all' })}
        value={search.instrument ?? ''}
        instruments={instruments}
        onChange={(instrument) => change({ instrument })}
      />
      <Input
        type="search"
        allowClear
        className="quota-find"
        value={search.q}
        placeholder={intl.formatMessage({ id: 'quotas.find' })}
        aria-label={intl.formatMessage({ id: 'quotas.find' })}
        onChange={({ target }) => change({ q: target.value })}
      />
      <Segmented<GapFilter>
        value={search.gap}
        aria-label={intl.formatMessage({ id: 'quotas.gap' })}
        options={gapFilters.map((value) => ({
          value,
          label: <FormattedMessage id={`quotas.gap.${value}`} values={{ count: counts[value] }} />,
        }))}
        onChange={(gap) => change({ gap })}
      />
    </div>
  );
}
