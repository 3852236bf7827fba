import '../../list-page.css';
import './incidents.css';
import { PlusOutlined } from '@ant-design/icons';
import { listIncidentKinds, listIncidents } from '@antt/contracts';
import { Button, Input, Segmented, Select, Spin } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { incidentColumns } from './incident-columns.tsx';
import { nameIn } from './incident-text.ts';
import { useIncidentFilter } from './use-incident-filter.ts';

const IncidentForm = lazy(() => import('./incident-form.tsx'));
const IncidentPlaces = lazy(() => import('./incident-places.tsx'));

/** The log of the teams of an area: what they learnt and did, as a list or on the map. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayWrite = useMay('incident.write');
  const { question, from, to, kindCode, search, put } = useIncidentFilter();
  // "new", or the id of a record that was begun on this device.
  const [recording, setRecording] = useState(search.get('record'));
  const [text, setText] = useState(search.get('q') ?? '');
  const q = useSettled(text.trim()) || undefined;
  useEffect(() => {
    if ((search.get('q') ?? undefined) !== q) put({ q });
    // Only what is typed changes the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [q]);
  const isMap = search.get('view') === 'map';
  const kinds = useAnswer(listIncidentKinds, { on: to }, { keep: true });
  const rows = usePages(listIncidents, { ...question, q, limit: 200 }, { enabled: !isMap });
  const columns = useMemo(() => incidentColumns(intl, narrow), [intl, narrow]);
  const open = (id: string) => void navigate(`/incidents/${id}${held()}`);
  return (
    <div className="list-page incidents">
      <PageHeader
        title={<FormattedMessage id="page.incidents" />}
        note={<FormattedMessage id="incidents.note" />}
      >
        <ExportButton route="/incidents" question={{ ...question, q }} />
        {mayWrite && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setRecording('new')}
          >
            <FormattedMessage id="incidents.new" />
          </Button>
        )}
      </PageHeader>
      <div className="toolbar">
        <Segmented
          value={isMap ? 'map' : 'list'}
          options={(['list', 'map'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `incidents.view.${value}` }),
          }))}
          onChange={(view) => put({ view: view === 'map' ? 'map' : undefined })}
        />
        <DayField
          value={from}
          after={to}
          allowClear={false}
          aria-label={intl.formatMessage({ id: 'incidents.from' })}
          onChange={(day) => put({ from: day ?? undefined })}
        />
        <DayField
          value={to}
          before={from}
          allowClear={false}
          aria-label={intl.formatMessage({ id: 'incidents.to' })}
          onChange={(day) => put({ to: day ?? undefined })}
        />
        <Select
          className="choose"
          value={kindCode ?? ''}
          aria-label={intl.formatMessage({ id: 'incidents.column.kind' })}
          options={[
            { value: '', label: intl.formatMessage({ id: 'incidents.every-kind' }) },
            ...(kinds.data?.items ?? [])
              .filter(({ origin }) => origin === 'record')
              .map((kind) => ({ value: kind.code, label: nameIn(intl, kind) })),
          ]}
          onChange={(next: string) => put({ kind: next || undefined })}
        />
        {!isMap && (
          <Input
            className="find"
            allowClear
            value={text}
            placeholder={intl.formatMessage({ id: 'incidents.find' })}
            aria-label={intl.formatMessage({ id: 'incidents.find' })}
            onChange={({ target }) => setText(target.value)}
          />
        )}
        {!isMap && rows.data && (
          <span className="count">
            <FormattedMessage id="incidents.count" values={{ count: rows.total }} />
          </span>
        )}
      </div>
      {isMap && (
        <Suspense fallback={<Spin className="waiting" />}>
          <IncidentPlaces question={question} onOpen={open} />
        </Suspense>
      )}
      {!isMap && rows.isError && (
        <ProblemPanel problem={rows.error} onRetry={() => void rows.refetch()} />
      )}
      {!isMap && rows.isPending && <PageSkeleton />}
      {!isMap && rows.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.incidents' })}
            columns={columns}
            rows={rows.items}
            idOf={({ id }) => id}
            onOpen={({ id }) => open(id)}
            empty={<FormattedMessage id="incidents.none" />}
          />
        </div>
      )}
      {!isMap && rows.hasNextPage && (
        <div className="more">
          <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            <FormattedMessage id="incidents.more" />
          </Button>
        </div>
      )}
      <Suspense>
        {recording && (
          <IncidentForm
            begun={recording === 'new' ? undefined : recording}
            onClose={() => setRecording(null)}
            onDone={(id) => {
              setRecording(null);
              open(id);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
