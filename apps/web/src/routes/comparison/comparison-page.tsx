import '../../list-page.css';
import './comparison.css';
import { DownloadOutlined, SearchOutlined } from '@ant-design/icons';
import {
  compareQuotas,
  isUnsaid,
  quotaChange,
  quotaChanges,
  type QuotaComparisonRow,
} from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { Button, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useAttempt } from '../../act/attempt.ts';
import { useAnswer } from '../../answer.ts';
import { download } from '../../api.ts';
import { useArea } from '../../area.ts';
import { DayField } from '../../field/day-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { answers } from '../../search.rules.ts';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

type Side = 'from' | 'to';
type Figure = 'teams' | 'members';
const isDay = (text: string | null): text is string => PlainDate.safeParse(text).success;
const namesOf = ({ units }: QuotaComparisonRow['before']) => units.map(unitName).join(', ');

/** Two decisions or two days side by side, with both totals. */
export function Component() {
  const intl = useIntl();
  const { attempt } = useAttempt();
  const narrow = useNarrow();
  const { within } = useArea();
  const [search, setSearch] = useSearchParams();
  const [q, setQ] = useState('');
  const by = search.get('by') === 'day' ? 'day' : 'instrument';
  const instruments = useInstruments(undefined, useMay('instrument.read'));
  const decisions = (instruments.data?.items ?? []).filter(({ quotas }) => quotas > 0);
  // What one mostly comes for: the newest decision beside the one before it.
  const [newest, before] = by === 'instrument' ? decisions : [];
  const from = search.get('from') ?? before?.id ?? null;
  const to = search.get('to') ?? (before && newest ? newest.id : null);
  const fits = (value: string | null) => value !== null && isDay(value) === (by === 'day');
  const ready = fits(from) && fits(to);
  const changedOnly = search.get('rows') !== 'all';
  const question = { from: from ?? '', to: to ?? '', within };
  const answer = useAnswer(compareQuotas, question, { enabled: ready, keep: true });
  const set = (values: Record<string, string | null>) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      for (const [name, value] of Object.entries(values)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  const items = useMemo(() => answer.data?.items ?? [], [answer.data]);
  const changeOf = (row: QuotaComparisonRow, name: Figure) =>
    answer.data ? quotaChange(row, name, answer.data) : null;
  const unsaid = (row: QuotaComparisonRow, side: 'before' | 'after') =>
    answer.data !== undefined && isUnsaid(row, side, answer.data);
  const changed = items.filter(
    (row) =>
      changeOf(row, 'teams') !== null &&
      (changeOf(row, 'teams') !== 0 ||
        changeOf(row, 'members') !== 0 ||
        namesOf(row.before) !== namesOf(row.after)),
  );
  const rows = (changedOnly ? changed : items).filter((row) =>
    answers(`${namesOf(row.before)} ${namesOf(row.after)}`, q),
  );
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : intl.formatNumber(value);
  const signed = (value: number | null) =>
    value !== null && (
      <span data-change={value === 0 ? undefined : value > 0 ? 'more' : 'fewer'}>
        {intl.formatNumber(value, { signDisplay: 'exceptZero' })}
      </span>
    );
  /** What the side does not say, in words: nothing of the row, or nothing of some of its units. */
  const missing = (row: QuotaComparisonRow, side: 'before' | 'after') => {
    const { figures, unnamed = [] } = row[side];
    if (figures === null)
      return intl.formatMessage({
        id: unsaid(row, side) ? 'comparison.unsaid' : 'comparison.none',
      });
    const names = unnamed.map(unitName).join(', ');
    return names && intl.formatMessage({ id: 'comparison.unsaid-of' }, { names });
  };
  const names = (side: 'before' | 'after'): Column<QuotaComparisonRow> => ({
    id: side,
    title: intl.formatMessage({ id: `comparison.${side}-unit` }),
    ...(side === 'after' && !narrow ? { width: 260 } : {}),
    cell: (row) => (
      <>
        {namesOf(row[side])}
        {missing(row, side) && <span className="faint">{missing(row, side)}</span>}
      </>
    ),
    text: (row) => [namesOf(row[side]), missing(row, side)].filter(Boolean).join('; '),
    total: side === 'after' ? <FormattedMessage id="comparison.total" /> : '',
  });
  const totals = answer.data;
  const figures = (name: Figure): Column<QuotaComparisonRow>[] => [
    ...(['before', 'after'] as const).map((side): Column<QuotaComparisonRow> => ({
      id: `${name}-${side}`,
      title: intl.formatMessage({ id: `comparison.${name}-${side}` as MessageId }),
      width: narrow ? 62 : 100,
      align: 'end',
      cell: (row) => number(row[side].figures?.[name]),
      text: (row) => row[side].figures?.[name] ?? null,
      total: number(totals?.[side === 'before' ? 'from' : 'to'].total[name]),
    })),
    {
      id: `${name}-change`,
      title: intl.formatMessage({ id: 'comparison.change' }),
      width: narrow ? 56 : 90,
      align: 'end',
      cell: (row) => signed(changeOf(row, name)),
      text: (row) => changeOf(row, name),
      total: totals ? signed(quotaChanges(totals, name).change) : '',
    },
  ];
  const columns = narrow
    ? [names('after'), ...figures('teams')]
    : [names('before'), names('after'), ...figures('teams'), ...figures('members')];
  const left = totals ? quotaChanges(totals, 'teams').unsaid : 0;
  const fetchBook = () => {
    const asked = new URLSearchParams({ from: from!, to: to! });
    if (within) asked.set('within', within);
    void attempt(() => download(`/api/quotas/comparison.xlsx?${asked}`));
  };
  const field = (side: Side) => {
    const value = side === 'from' ? from : to;
    const label = intl.formatMessage({ id: `comparison.${side}` });
    return (
      <label className="compared">
        <span>{label}</span>
        {by === 'day' ? (
          <DayField
            aria-label={label}
            value={isDay(value) ? value : null}
            onChange={(day) => set({ [side]: day })}
          />
        ) : (
          <InstrumentField
            aria-label={label}
            instruments={decisions}
            loading={instruments.isLoading}
            value={fits(value) ? value : null}
            onChange={(id) => set({ [side]: id ?? null })}
          />
        )}
      </label>
    );
  };
  return (
    <div className="list-page comparison-page">
      <PageHeader
        title={<FormattedMessage id="comparison.title" />}
        note={<FormattedMessage id="comparison.note" />}
      >
        <Button
          icon={<DownloadOutlined aria-hidden />}
          disabled={!ready || items.length === 0}
          onClick={fetchBook}
        >
          <FormattedMessage id="comparison.export" />
        </Button>
      </PageHeader>
      <div className="toolbar">
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.by' })}
          value={by}
          onChange={(value) => set({ by: value === 'day' ? 'day' : null, from: null, to: null })}
          options={(['instrument', 'day'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `comparison.of-${value}` }),
          }))}
        />
        {field('from')}
        {field('to')}
        {items.length > 0 && (
          <>
            <Segmented
              aria-label={intl.formatMessage({ id: 'choice.rows' })}
              value={changedOnly ? 'changed' : 'all'}
              onChange={(value) => set({ rows: value === 'all' ? 'all' : null })}
              options={(['changed', 'all'] as const).map((value) => ({
                value,
                label: intl.formatMessage(
                  { id: `comparison.${value}` },
                  { count: value === 'all' ? items.length : changed.length },
                ),
              }))}
            />
            <Input
              className="find"
              allowClear
              prefix={<SearchOutlined aria-hidden />}
              value={q}
              placeholder={intl.formatMessage({ id: 'comparison.find' })}
              onChange={({ target }) => setQ(target.value)}
            />
          </>
        )}
      </div>
      {!ready && !instruments.isLoading && (
        <EmptyState title={<FormattedMessage id="comparison.choose" />} />
      )}
      {ready && answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {ready && answer.isPending && <PageSkeleton />}
      {ready && answer.data && (
        <div className="list">
          {left > 0 && (
            <p className="faint" role="note">
              <FormattedMessage id="comparison.left-out" values={{ count: left }} />
            </p>
          )}
          <Sheet
            label={intl.formatMessage({ id: 'comparison.title' })}
            columns={columns}
            rows={rows}
            idOf={(row) => (row.after.units[0] ?? row.before.units[0])!.id}
            empty={<FormattedMessage id="comparison.empty" />}
          />
        </div>
      )}
    </div>
  );
}
