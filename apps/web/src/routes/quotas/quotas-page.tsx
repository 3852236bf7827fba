import '../../list-page.css';
import './quotas.css';
import { listQuotas, type Instrument } from '@antt/contracts';
import { App, Button } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { copyText } from '../../clipboard.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceButton } from '../../frame/place-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { midSentence } from '../../i18n/mid-sentence.ts';
import { withTexts } from '../../i18n/text.ts';
import { useInstruments } from '../instruments/instrument-field.tsx';
import { InstrumentFacts } from '../instruments/instrument-facts.tsx';
import { PrintedHeading } from './printed-heading.tsx';
import { QuotaActions } from './quota-actions.tsx';
import { quotasAsTabs } from './quota-copy.ts';
import { QuotaPanel } from './quota-panel.tsx';
import { useQuotaSearch } from './quota-search.ts';
import { QuotaSheet } from './quota-sheet.tsx';
import { QuotaSummary } from './quota-summary.tsx';
import { QuotaToolbar } from './quota-toolbar.tsx';
import { gapsOf, linesOf, shownRows, sumOf, type QuotaLine } from './quota.rules.ts';

const InstrumentForm = lazy(
  withTexts('instruments', () => import('../instruments/instrument-form.tsx')),
);
const QuotaForm = lazy(() => import('./quota-form.tsx'));

const noRows: never[] = [];

/** What the decisions in force give each commune, beside the teams that are there. */
export function Component() {
  const intl = useIntl();
  const { message } = App.useApp();
  const { on, restate, apportioning } = useDay();
  const { within } = useArea();
  const [search, change] = useQuotaSearch();
  const [form, setForm] = useState<'instrument' | 'quota' | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const mayRecord = useMay('instrument.write');
  const maySet = useMay('quota.write');
  const { instrument: instrumentId, q, gap, sort } = search;

  const instruments = useInstruments(on, useMay('instrument.read'));
  const asked = { on, within, instrumentId, restate, apportioning };
  const quotas = useAnswer(listQuotas, asked, { keep: true });
  const rows = quotas.data?.items ?? noRows;
  const shown = useMemo(() => shownRows(rows, { q, gap }), [rows, q, gap]);
  const lines = useMemo(() => linesOf(shown, sort, folded), [shown, sort, folded]);
  const total = useMemo(() => sumOf(shown), [shown]);
  const gaps = useMemo(() => gapsOf(rows), [rows]);

  const known = instruments.data?.items ?? noRows;
  const numbers = useMemo(() => new Map(known.map(({ id, number }) => [id, number])), [known]);
  const basisOf = useCallback((id: string | null) => (id && numbers.get(id)) ?? '', [numbers]);
  const chosen = known.find(({ id }) => id === instrumentId);
  const open = rows.find(({ unitId }) => unitId === search.unit);

  const onLine = useCallback(
    (line: QuotaLine) => {
      if (line.kind === 'row') return change({ unit: line.row.unitId });
      setFolded((old) => {
        const next = new Set(old);
        if (!next.delete(line.group.id)) next.add(line.group.id);
        return next;
      });
    },
    [change],
  );
  const copy = async () => {
    const whole = linesOf(shown, sort);
    if (!(await copyText(quotasAsTabs(intl, whole, total, basisOf)))) return;
    void message.success(intl.formatMessage({ id: 'quotas.copied' }, { rows: shown.length }));
  };
  const onRecorded = ({ id, effectiveFrom }: Instrument) => {
    setForm(null);
    // One that takes effect later cannot be chosen for this day yet.
    if (effectiveFrom <= on) change({ instrument: id });
  };
  const importSearch = { kind: 'quotas', instrumentId };

  return (
    <div className="quotas-page" data-filled={rows.length > 0 || undefined}>
      <PageHeader
        title={<FormattedMessage id="page.quotas" />}
        note={<FormattedMessage id="quotas.note" values={{ day: formatDay(on) }} />}
      >
        <ExportButton route="/quotas" question={asked} placed disabled={rows.length === 0} />
        <QuotaActions
          filled={rows.length > 0}
          importSearch={importSearch}
          onCopy={() => void copy()}
          onRecord={() => setForm('instrument')}
        />
      </PageHeader>

      {quotas.isError && (
        <ProblemPanel problem={quotas.error} onRetry={() => void quotas.refetch()} />
      )}
      {quotas.isPending && <PageSkeleton />}
      {quotas.data && rows.length === 0 && !instrumentId && (
        <EmptyState
          title={<FormattedMessage id="quotas.empty" values={{ day: formatDay(on) }} />}
          action={
            mayRecord && (
              <Button type="primary" onClick={() => setForm('instrument')}>
                <FormattedMessage id="instrument.record" />
              </Button>
            )
          }
        >
          <FormattedMessage id={maySet ? 'quotas.empty-writer' : 'quotas.empty-reader'} />
        </EmptyState>
      )}
      {quotas.data && (rows.length > 0 || instrumentId) && (
        <>
          <PrintedHeading on={on} instrument={chosen} />
          <QuotaSummary sums={sumOf(rows)} communes={rows.length} gaps={gaps} />
          <QuotaToolbar
            search={search}
            change={change}
            instruments={known}
            gaps={gaps}
            rows={rows.length}
          />
          {restate && (
            <p className="quota-restated" role="note">
              <FormattedMessage
                id="quotas.restated"
                values={{ on: formatDay(on), day: formatDay(restate) }}
              />
              {apportioning && (
                <FormattedMessage
                  id="quotas.apportioning"
                  values={{
                    way: midSentence(
                      intl.formatMessage({ id: `day.apportioning.${apportioning}` }),
                    ),
                  }}
                />
              )}
              {quotas.data.unplaced && quotas.data.unplaced.length > 0 && (
                <FormattedMessage
                  id="quotas.unplaced"
                  values={{ names: quotas.data.unplaced.map((unit) => unitName(unit)).join(', ') }}
                />
              )}
            </p>
          )}
          {chosen && <InstrumentFacts instrument={chosen} />}
          {lines.length > 0 ? (
            <QuotaSheet
              lines={lines}
              total={total}
              sort={sort}
              onSort={(next) => change({ sort: next })}
              chosen={search.unit}
              onLine={onLine}
              onCopy={() => void copy()}
              basisOf={basisOf}
              oneBasis={chosen !== undefined}
            />
          ) : (
            <EmptyState
              title={
                <FormattedMessage
                  id={rows.length > 0 ? 'quotas.none-shown' : 'quotas.none-given'}
                />
              }
              action={
                rows.length > 0 ? (
                  <Button onClick={() => change({ q: '', gap: 'all' })}>
                    <FormattedMessage id="action.clear-filters" />
                  </Button>
                ) : (
                  maySet && (
                    <PlaceButton type="primary" path="/imports" search={importSearch}>
                      <FormattedMessage id="quotas.import" />
                    </PlaceButton>
                  )
                )
              }
            />
          )}
        </>
      )}

      {open && form === null && (
        <QuotaPanel
          row={open}
          instrument={known.find(({ id }) => id === open.instrumentId)}
          onSet={() => setForm('quota')}
          onClose={() => change({ unit: undefined })}
        />
      )}
      <Suspense fallback={null}>
        {form === 'instrument' && (
          <InstrumentForm onClose={() => setForm(null)} onRecorded={onRecorded} />
        )}
        {form === 'quota' && (
          <QuotaForm
            on={on}
            standing={open}
            onClose={() => setForm(null)}
            onSet={() => setForm(null)}
          />
        )}
      </Suspense>
    </div>
  );
}
