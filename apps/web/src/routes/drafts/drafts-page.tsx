import '../../list-page.css';
import './drafts.css';
import { PlusOutlined } from '@ant-design/icons';
import { listDrafts, QuotaDraft } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { usePages } from '../../pages.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useMay } from '../../session/me.ts';
import { useNarrow } from '../../width.ts';
import { StageTag } from './stage-tag.tsx';
import { DraftForm } from './draft-form.tsx';

type Row = Output<typeof listDrafts>['items'][number];
const stages = { draft: 'open', issued: 'done', discarded: 'gone' } as const;
const statuses = QuotaDraft.shape.status.options;

/** Decisions on quotas being prepared, and what became of them. */
export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState(false);
  const asked = statuses.find((one) => one === search.get('status'));
  const drafts = usePages(listDrafts, { status: asked, limit: 100 });
  const mayWrite = useMay('quota.write');
  const show = (id: string) => void navigate(`/drafts/${id}${held()}`);
  const number = (value: number) => intl.formatNumber(value);
  const all: Column<Row>[] = [
    {
      id: 'title',
      title: intl.formatMessage({ id: 'drafts.form.title' }),
      cell: ({ id, title, number: given }) => (
        <PlaceLink path={`/drafts/${id}`}>{given ? `${given} – ${title}` : title}</PlaceLink>
      ),
      text: ({ title }) => title,
    },
    {
      id: 'status',
      title: intl.formatMessage({ id: 'drafts.list.status' }),
      width: 120,
      cell: ({ status }) => (
        <StageTag stage={stages[status]}>
          <FormattedMessage id={`drafts.status.${status}`} />
        </StageTag>
      ),
    },
    {
      id: 'unit',
      title: intl.formatMessage({ id: 'drafts.form.unit' }),
      width: 150,
      cell: ({ unitName }) => unitName,
      text: ({ unitName }) => unitName,
    },
    {
      id: 'effective',
      title: intl.formatMessage({ id: 'drafts.form.effective' }),
      width: 120,
      cell: ({ effectiveFrom }) => formatDay(effectiveFrom),
      text: ({ effectiveFrom }) => formatDay(effectiveFrom),
    },
    ...(['communes', 'teams', 'members'] as const).map((name): Column<Row> => ({
      id: name,
      title: intl.formatMessage({ id: `drafts.list.${name}` }),
      width: 96,
      align: 'end',
      cell: (row) => number(row[name]),
      text: (row) => row[name],
    })),
    {
      id: 'changed',
      title: intl.formatMessage({ id: 'drafts.list.changed' }),
      width: 210,
      cell: ({ changedAt, changedBy }) => `${formatMoment(changedAt)} · ${changedBy}`,
      text: ({ changedAt }) => formatMoment(changedAt),
    },
  ];
  const columns = narrow ? all.filter(({ id }) => ['title', 'status'].includes(id)) : all;
  const begin = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
      <FormattedMessage id="drafts.form.begin" />
    </Button>
  );
  return (
    <div className="list-page drafts-page">
      <PageHeader
        title={<FormattedMessage id="page.drafts" />}
        note={<FormattedMessage id="drafts.list.note" />}
      >
        <ExportButton route="/drafts" question={{ status: asked }} />
        {begin}
      </PageHeader>
      <div className="toolbar">
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.status' })}
          value={asked ?? 'all'}
          onChange={(value) =>
            setSearch((old) => {
              const next = new URLSearchParams(old);
              if (value === 'all') next.delete('status');
              else next.set('status', value);
              return next;
            })
          }
          options={(['all', ...statuses] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `drafts.status.${value}` }),
          }))}
        />
      </div>
      {drafts.isError && (
        <ProblemPanel problem={drafts.error} onRetry={() => void drafts.refetch()} />
      )}
      {drafts.isPending && <PageSkeleton />}
      {drafts.data && drafts.items.length === 0 && (
        <EmptyState title={<FormattedMessage id="drafts.list.empty" />} action={begin}>
          {mayWrite && <FormattedMessage id="drafts.list.empty-note" />}
        </EmptyState>
      )}
      {drafts.items.length > 0 && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.drafts' })}
            columns={columns}
            rows={drafts.items}
            idOf={({ id }) => id}
            onOpen={({ id }) => show(id)}
          />
        </div>
      )}
      {open && <DraftForm onClose={() => setOpen(false)} onDone={({ id }) => show(id)} />}
    </div>
  );
}
