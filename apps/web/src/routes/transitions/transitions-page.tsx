import '../../list-page.css';
import '../drafts/drafts.css';
import { PlusOutlined } from '@ant-design/icons';
import { endTransition, getCoverage, listQuotas, listTransitions } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { TransitionForm, type TransitionRow as Row } from './transition-form.tsx';

const nameOf = ({ unitKind: kind, unitName: name, teamName }: Row) =>
  teamName ? `${unitName({ kind, name })} – ${teamName}` : unitName({ kind, name });

/** Days from one day to another. */
const daysBetween = (from: PlainDate, to: PlainDate) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Surpluses that are lawful for a time, soonest to end first. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const { message } = App.useApp();
  const { on } = useDay();
  const { within } = useArea();
  const [form, setForm] = useState<{ changed?: Row } | null>(null);
  const mayWrite = useMay('quota.write');
  const transitions = useAnswer(listTransitions, { on, within }, { keep: true });
  const end = useCommand(endTransition, [listTransitions, listQuotas, getCoverage]);
  const rows = transitions.data?.items ?? [];
  const columns: Column<Row>[] = [
    {
      id: 'unit',
      title: intl.formatMessage({ id: 'transitions.column.unit' }),
      cell: nameOf,
      text: nameOf,
    },
    {
      id: 'teams',
      title: intl.formatMessage({ id: 'transitions.column.surplus' }),
      width: narrow ? 74 : 120,
      align: 'end',
      cell: ({ teams, members }) => `${teams} / ${members}`,
      text: ({ teams, members }) => `${teams} / ${members}`,
    },
    {
      id: 'until',
      title: intl.formatMessage({ id: 'transitions.column.until' }),
      width: narrow ? 104 : 220,
      cell: ({ validTo }) =>
        narrow
          ? formatLastDay(validTo)
          : intl.formatMessage(
              { id: 'transitions.until' },
              { day: formatLastDay(validTo), days: daysBetween(on, validTo) },
            ),
      text: ({ validTo }) => formatLastDay(validTo),
    },
    {
      id: 'reason',
      title: intl.formatMessage({ id: 'transitions.column.reason' }),
      cell: ({ reason }) => reason,
      text: ({ reason }) => reason,
    },
    {
      id: 'number',
      title: intl.formatMessage({ id: 'transitions.column.instrument' }),
      width: 180,
      cell: ({ number }) => number,
      text: ({ number }) => number,
    },
  ];
  if (mayWrite) {
    columns.push({
      id: 'end',
      title: '',
      width: narrow ? 116 : 210,
      cell: (row) => {
        const { id, validFrom } = row;
        if (on <= validFrom) return null;
        return (
          <span className="row-acts">
            <Button size="small" onClick={() => setForm({ changed: row })}>
              <FormattedMessage id="transitions.change-short" />
            </Button>
            <Popconfirm
              title={<FormattedMessage id="transitions.end-sure" values={{ day: formatDay(on) }} />}
              okText={<FormattedMessage id="transitions.end" />}
              cancelText={<FormattedMessage id="action.cancel" />}
              onConfirm={() =>
                end.mutate(
                  { id, on },
                  {
                    onSuccess: () =>
                      void message.success(intl.formatMessage({ id: 'transitions.ended' })),
                  },
                )
              }
            >
              <Button size="small">
                <FormattedMessage id="transitions.end" />
              </Button>
            </Popconfirm>
          </span>
        );
      },
    });
  }
  const shown = narrow
    ? columns.filter(({ id }) => ['unit', 'teams', 'until', 'end'].includes(id))
    : columns;
  const grant = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm({})}>
      <FormattedMessage id="transitions.new" />
    </Button>
  );
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.transitions" />}
        note={<FormattedMessage id="transitions.note" values={{ day: formatDay(on) }} />}
      >
        <ExportButton route="/transitions" question={{ on, within }} placed />
        {grant}
      </PageHeader>
      {end.isError && <ProblemPanel problem={end.error} />}
      {transitions.isError && (
        <ProblemPanel problem={transitions.error} onRetry={() => void transitions.refetch()} />
      )}
      {transitions.isPending && <PageSkeleton />}
      {transitions.data && rows.length === 0 && (
        <EmptyState title={<FormattedMessage id="transitions.empty" />} action={grant}>
          <FormattedMessage id="transitions.empty-note" />
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.transitions' })}
            columns={shown}
            rows={rows}
            idOf={({ id }) => id}
          />
        </div>
      )}
      {form && <TransitionForm changed={form.changed} onClose={() => setForm(null)} />}
    </div>
  );
}
