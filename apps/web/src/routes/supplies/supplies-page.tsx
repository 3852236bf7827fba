import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import {
  IssueCategory,
  type IssueRow,
  listIssueNeeds,
  listIssueNorms,
  listIssues,
} from '@antt/contracts';
import type { Operation } from '@antt/kernel';
import { Button, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { IssueForm } from './issue-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { issueColumns, needColumns, normColumns } from './supply-columns.tsx';

const views = ['issued', 'due', 'needs', 'norms'] as const;
type View = (typeof views)[number];

/** Uniform, support tools, plates and certificates of members: what they have, what falls due, what is needed. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('posting.write');
  const [issuing, setIssuing] = useState(false);
  const [returned, setReturned] = useState<IssueRow | null>(null);
  const view = views.find((one) => one === search.get('view')) ?? 'issued';
  const category = IssueCategory.safeParse(search.get('category')).data;
  const year = Number(on.slice(0, 4)) + 1;
  const put = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const issue = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setIssuing(true)}>
      <FormattedMessage id="supply.issue" />
    </Button>
  );
  const list = {
    issued: { route: '/issues', question: { on, within, category } },
    due: { route: '/issues', question: { on, within, category, dueBy: on } },
    needs: { route: '/issue-needs', question: { year, within, category } },
    norms: { route: '/issue-norms', question: { on } },
  }[view];
  const label = intl.formatMessage({ id: `supply.view.${view}` });
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.supplies" />}
        note={<FormattedMessage id="supply.page-note" />}
      >
        <ExportButton {...list} />
        {issue}
      </PageHeader>
      <div className="toolbar">
        <Segmented<View>
          value={view}
          options={views.map((value) => ({
            value,
            label: intl.formatMessage({ id: `supply.view.${value}` }),
          }))}
          onChange={(next) => put('view', next)}
        />
        {view !== 'norms' && (
          <Select
            className="choose"
            value={category ?? ''}
            aria-label={intl.formatMessage({ id: 'supply.category' })}
            options={[
              { value: '', label: intl.formatMessage({ id: 'supply.category.all' }) },
              ...IssueCategory.options.map((value) => ({
                value,
                label: intl.formatMessage({ id: `supply.category.${value}` }),
              })),
            ]}
            onChange={(next: string) => put('category', next)}
          />
        )}
      </div>
      {view === 'needs' && (
        <Listed
          operation={listIssueNeeds}
          label={label}
          question={list.question}
          columns={needColumns(intl, narrow)}
          idOf={({ commune, item }) => `${commune.id} ${item}`}
          empty={<FormattedMessage id="supply.no-need" />}
          note={<FormattedMessage id="supply.need-note" values={{ year: String(year) }} />}
        />
      )}
      {view === 'norms' && (
        <Listed
          operation={listIssueNorms}
          label={label}
          question={list.question}
          columns={normColumns(intl, narrow)}
          idOf={({ id }) => id}
          empty={<FormattedMessage id="supply.no-norm" />}
        />
      )}
      {(view === 'issued' || view === 'due') && (
        <Listed
          operation={listIssues}
          label={label}
          question={list.question}
          columns={issueColumns(intl, narrow)}
          idOf={({ id }) => id}
          onOpen={mayWrite ? (row) => row.left > 0 && setReturned(row) : undefined}
          empty={<FormattedMessage id={view === 'due' ? 'supply.nothing-due' : 'supply.empty'} />}
          action={view === 'issued' && issue}
        />
      )}
      {issuing && <IssueForm on={on} onClose={() => setIssuing(false)} />}
      {returned && <ReturnForm row={returned} on={on} onClose={() => setReturned(null)} />}
    </div>
  );
}

type Question = Record<string, string | number | undefined>;
type ListedProps<Row> = {
  operation: Operation;
  label: string;
  question: Question;
  columns: Column<Row>[];
  idOf: (row: Row) => string;
  onOpen?: ((row: Row) => void) | undefined;
  empty: ReactNode;
  action?: ReactNode;
  note?: ReactNode;
};

function Listed<Row>(props: ListedProps<Row>) {
  const { operation, label, question, columns, idOf, onOpen, empty, action, note } = props;
  const paged = operation !== listIssueNorms;
  const list = usePages(operation, paged ? { ...question, limit: 1000 } : question, {
    whole: true,
  });
  const rows = list.items as Row[];
  if (list.isError) return <ProblemPanel problem={list.error} />;
  if (!list.data) return <PageSkeleton />;
  return (
    <>
      <div className="toolbar">
        {note && <span className="faint">{note}</span>}
        <span className="count">
          <FormattedMessage id="supply.count" values={{ count: list.total }} />
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={empty} action={action} />
      ) : (
        <div className="list">
          <Sheet
            label={label}
            columns={columns}
            rows={rows}
            idOf={idOf}
            {...(onOpen ? { onOpen } : {})}
          />
        </div>
      )}
    </>
  );
}
