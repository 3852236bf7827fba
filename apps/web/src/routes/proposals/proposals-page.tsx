import '../../list-page.css';
import '../drafts/drafts.css';
import './proposals.css';
import { PlusOutlined } from '@ant-design/icons';
import { listProposals, type NamedProposal, Proposal } from '@antt/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { useAnswer } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { StageTag } from '../drafts/stage-tag.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { ProposalPanel } from './proposal-panel.tsx';

const statuses = Proposal.shape.status.options;
const stages = { sent: 'open', accepted: 'done', returned: 'back' } as const;

const pair = (figures: { teams: number; members: number } | null) =>
  figures ? `${figures.teams} / ${figures.members}` : '–';

/** What communes ask for: waiting ones first. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const { on } = useDay();
  const { within } = useArea();
  const [search, setSearch] = useSearchParams();
  const [form, setForm] = useState(false);
  const mayWrite = useMay('proposal.write');
  const status = statuses.find((one) => one === search.get('status'));
  const chosen = search.get('proposal') ?? undefined;
  const question = { on, within, status };
  const proposals = useAnswer(listProposals, { ...question, limit: 500 }, { keep: true });
  const set = (name: string, value: string | undefined) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const all: Column<NamedProposal>[] = [
    {
      id: 'unit',
      title: intl.formatMessage({ id: 'proposals.column.unit' }),
      cell: (row) => unitName({ kind: row.unitKind, name: row.unitName }),
      text: (row) => unitName({ kind: row.unitKind, name: row.unitName }),
    },
    {
      id: 'asked',
      title: intl.formatMessage({ id: 'proposals.column.asked' }),
      width: narrow ? 84 : 140,
      align: 'end',
      cell: pair,
      text: pair,
    },
    {
      id: 'decided',
      title: intl.formatMessage({ id: 'proposals.column.decided' }),
      width: 150,
      align: 'end',
      cell: ({ decided }) => pair(decided),
      text: ({ decided }) => pair(decided),
    },
    {
      id: 'difference',
      title: intl.formatMessage({ id: 'proposals.column.difference' }),
      width: 110,
      align: 'end',
      cell: ({ teams, decided }) =>
        decided ? intl.formatNumber(teams - decided.teams, { signDisplay: 'exceptZero' }) : '–',
      text: ({ teams, decided }) => (decided ? teams - decided.teams : null),
    },
    {
      id: 'active',
      title: intl.formatMessage({ id: 'proposals.column.active' }),
      width: 96,
      align: 'end',
      cell: ({ active }) => intl.formatNumber(active),
      text: ({ active }) => active,
    },
    {
      id: 'state',
      title: intl.formatMessage({ id: 'proposals.column.state' }),
      width: narrow ? 132 : 140,
      cell: ({ status: own, draftId }) => (
        <StageTag stage={draftId ? 'gone' : stages[own]}>
          <FormattedMessage id={`proposals.state.${draftId ? 'taken' : own}`} />
        </StageTag>
      ),
    },
    {
      id: 'sent',
      title: intl.formatMessage({ id: 'proposals.column.sent' }),
      width: 240,
      cell: ({ sentAt, sentBy }) => `${formatMoment(sentAt)} · ${sentBy}`,
      text: ({ sentAt }) => formatMoment(sentAt),
    },
  ];
  const columns = narrow ? all.filter(({ id }) => ['unit', 'asked', 'state'].includes(id)) : all;
  const rows = proposals.data?.items ?? [];
  const counts = proposals.data?.counts;
  const send = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm(true)}>
      <FormattedMessage id="proposals.new" />
    </Button>
  );
  return (
    <div className="list-page proposals-page">
      <PageHeader
        title={<FormattedMessage id="page.proposals" />}
        note={<FormattedMessage id="proposals.note" />}
      >
        <ExportButton route="/proposals" question={question} placed />
        {send}
      </PageHeader>
      <div className="toolbar">
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.status' })}
          value={status ?? 'all'}
          onChange={(value) => set('status', value === 'all' ? undefined : value)}
          options={(['all', ...statuses] as const).map((value) => ({
            value,
            label: intl.formatMessage(
              { id: `proposals.status.${value}` },
              { count: value === 'all' ? 0 : (counts?.[value] ?? 0) },
            ),
          }))}
        />
      </div>
      {proposals.isError && (
        <ProblemPanel problem={proposals.error} onRetry={() => void proposals.refetch()} />
      )}
      {proposals.isPending && <PageSkeleton />}
      {proposals.data && rows.length === 0 && (
        <EmptyState title={<FormattedMessage id="proposals.empty" />} action={send}>
          <FormattedMessage id="proposals.empty-note" />
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.proposals' })}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            chosen={chosen}
            onOpen={({ id }) => set('proposal', id)}
          />
        </div>
      )}
      {chosen && (
        <ProposalPanel key={chosen} id={chosen} onClose={() => set('proposal', undefined)} />
      )}
      {form && <ProposalForm onClose={() => setForm(false)} />}
    </div>
  );
}
