import '../../list-page.css';
import './instruments.css';
import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Instrument, listInForce, listInstruments } from '@antt/contracts';
import { Button, Input, Select } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { answers } from '../../search.rules.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { instrumentColumns, type ListRow } from './instrument-columns.tsx';
import { instrumentKinds } from './instrument-text.ts';
import { useSubjects } from './use-subjects.ts';

const InstrumentForm = lazy(() => import('./instrument-form.tsx'));

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

/** Legal documents: all, those in force, drafts; or what is in force in one unit on the day. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { on } = useDay();
  const [search, setSearch] = useSearchParams();
  const mayRecord = useMay('instrument.record');
  const { options, nameOf } = useSubjects();
  const [typed, setTyped] = useState(search.get('q') ?? '');
  const q = useSettled(typed.trim());
  const put = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const kind = oneOf(Instrument.shape.kind.options, search.get('kind'));
  const subject = search.get('subject') ?? undefined;
  const standing = oneOf(['in-force', 'draft'], search.get('standing'));
  const unit = search.get('unit') ?? undefined;

  const question = {
    ...{ q: q || undefined, kind, subject },
    on: standing === 'in-force' ? on : undefined,
    status: standing === 'draft' ? ('draft' as const) : undefined,
  };
  const list = usePages(listInstruments, { ...question, limit: 200 }, { enabled: !unit });
  const here = useAnswer(
    listInForce,
    { unit: unit ?? '', on, subject },
    { enabled: unit !== undefined, keep: true },
  );
  const found: ListRow[] = (here.data?.items ?? []).filter(
    (row) => (!kind || row.kind === kind) && answers(`${row.number} ${row.title}`, q),
  );
  const rows = unit ? found : list.items;
  const asked = unit ? here : list;
  const columns = useMemo(
    () => instrumentColumns(intl, { on, subjectName: nameOf, narrow, here: unit !== undefined }),
    [intl, on, nameOf, narrow, unit],
  );
  const filtered = Boolean(q || kind || subject || standing || unit);
  const open = (id: string) => void navigate(`/instruments/${id}${held()}`);

  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.instruments" />}
        note={
          unit ? (
            <FormattedMessage id="instruments.note-here" values={{ day: formatDay(on) }} />
          ) : (
            <FormattedMessage id="instruments.note" />
          )
        }
      >
        <ExportButton
          route="/instruments"
          question={question}
          disabled={unit !== undefined || rows.length === 0}
        />
        {mayRecord && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => put('record', 'new')}
          >
            <FormattedMessage id="instrument.record" />
          </Button>
        )}
      </PageHeader>
      <div className="toolbar">
        <Input
          className="find"
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          value={typed}
          placeholder={intl.formatMessage({ id: 'instruments.find' })}
          aria-label={intl.formatMessage({ id: 'instruments.find' })}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select
          className="choose"
          allowClear
          value={kind}
          placeholder={intl.formatMessage({ id: 'instrument.kind' })}
          aria-label={intl.formatMessage({ id: 'instrument.kind' })}
          options={instrumentKinds.map((value) => ({
            value,
            label: intl.formatMessage({ id: `instrument.kind.${value}` }),
          }))}
          onChange={(next?: string) => put('kind', next)}
        />
        <Select
          className="choose"
          allowClear
          value={subject}
          placeholder={intl.formatMessage({ id: 'instruments.column.subjects' })}
          aria-label={intl.formatMessage({ id: 'instruments.column.subjects' })}
          popupMatchSelectWidth={false}
          options={options}
          onChange={(next?: string) => put('subject', next)}
        />
        {!unit && (
          <Select
            className="choose"
            allowClear
            value={standing}
            placeholder={intl.formatMessage({ id: 'instruments.column.standing' })}
            aria-label={intl.formatMessage({ id: 'instruments.column.standing' })}
            options={(['in-force', 'draft'] as const).map((value) => ({
              value,
              label: intl.formatMessage(
                { id: `instruments.only.${value}` },
                { day: formatDay(on) },
              ),
            }))}
            onChange={(next?: string) => put('standing', next)}
          />
        )}
        <span className="choose">
          <UnitField
            on={on}
            value={unit ?? null}
            placeholder={intl.formatMessage({ id: 'instruments.here' })}
            aria-label={intl.formatMessage({ id: 'instruments.here' })}
            onChange={(next) => put('unit', next)}
          />
        </span>
        {asked.data && (
          <span className="count">
            <FormattedMessage
              id="instruments.count"
              values={{ count: unit ? rows.length : list.total }}
            />
          </span>
        )}
      </div>
      {asked.isError && <ProblemPanel problem={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <PageSkeleton />}
      {asked.data && rows.length === 0 && (
        <EmptyState
          title={<FormattedMessage id={filtered ? 'instruments.none-found' : 'instruments.none'} />}
        >
          <FormattedMessage
            id={filtered ? 'instruments.none-found-note' : 'instruments.none-note'}
          />
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.instruments' })}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            onOpen={({ id }) => open(id)}
          />
        </div>
      )}
      {!unit && list.hasNextPage && (
        <div className="more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            <FormattedMessage id="instruments.more" />
          </Button>
        </div>
      )}
      {search.get('record') && (
        <Suspense fallback={null}>
          <InstrumentForm
            onClose={() => put('record', undefined)}
            onRecorded={({ id }) => open(id)}
          />
        </Suspense>
      )}
    </div>
  );
}
