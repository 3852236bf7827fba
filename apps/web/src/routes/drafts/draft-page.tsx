import '../../list-page.css';
import './drafts.css';
import {
  FileWordOutlined,
  MoreOutlined,
  SearchOutlined,
  SendOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import {
  discardDraft,
  getDraft,
  listDrafts,
  listProposals,
  type QuotaDraftRow,
  takeProposals,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { App, Button, Dropdown, Input, Popconfirm, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAttempt } from '../../act/attempt.ts';
import { useAnswer, useCommand } from '../../answer.ts';
import { download } from '../../api.ts';
import { formatDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { answers } from '../../search.rules.ts';
import { unitName } from '../../unit-name.ts';
import { CeilingForm } from './ceiling-form.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { DraftForm } from './draft-form.tsx';
import { DraftGrid } from './draft-grid.tsx';
import { DraftSummary } from './draft-summary.tsx';
import { DraftTag } from './draft-tag.tsx';
import { faultOf, figuresOf, readCount, surplusOf, type Typed } from './draft.rules.ts';
import { IssueDialog } from './issue-dialog.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { PastePreview } from './paste-preview.tsx';
import { cellsOf, type PastedRow, readPasted } from './paste.rules.ts';
import { useCosts } from './use-costs.ts';
import { type Change, useDraftLines } from './use-draft-lines.ts';

type Draft = Output<typeof getDraft>;
const shownOf = ['all', 'over', 'faults', 'open'] as const;
type Shown = (typeof shownOf)[number];

const isShown: Record<Shown, (row: QuotaDraftRow) => boolean> = {
  all: () => true,
  over: (row) => surplusOf(row) > 0,
  faults: (row) => faultOf(row) !== null || !row.standing,
  open: ({ teams, members }) => teams === null && members === null,
};

/** A decision being prepared: its annex as a spreadsheet, weighed while it is typed. */
export function Component() {
  const { id } = useParams() as { id: string };
  const draft = useAnswer(getDraft, { id }, { staleTime: Infinity });
  if (draft.isError) {
    return <ProblemPanel problem={draft.error} onRetry={() => void draft.refetch()} />;
  }
  if (!draft.data) return <PageSkeleton />;
  return <OneDraft key={id} draft={draft.data} />;
}

function OneDraft({ draft }: { draft: Draft }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { attempt } = useAttempt();
  const work = useDraftLines(draft);
  const costs = useCosts(draft);
  const [q, setQ] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [open, setOpen] = useState<'facts' | 'issue' | 'ceiling' | null>(null);
  const [parts, setParts] = useState<string | null>(null);
  const divided = work.lines.find(({ unitId }) => unitId === parts);
  const [pasted, setPasted] = useState<PastedRow[] | null>(null);
  const discard = useCommand(discardDraft, [getDraft, listDrafts]);
  const take = useCommand(takeProposals, [getDraft, listProposals]);
  const mayWrite = useMay('quota.write');
  const writable = mayWrite && draft.status === 'draft';
  const rows = useMemo(
    () => work.lines.filter((row) => isShown[shown](row) && answers(unitName(row.unit), q)),
    [work.lines, shown, q],
  );
  const paste = (text: string, at: { row: number; column: Typed }) => {
    const read = readPasted(text, work.lines);
    if (read) return setPasted(read);
    const changes = filled(text, rows, at);
    if (typeof changes === 'string') {
      void message.error(
        intl.formatMessage({ id: 'drafts.paste.not-a-number' }, { text: changes }),
      );
    } else work.change(changes);
  };
  const fetchPaper = () => void attempt(() => download(`/api/drafts/${draft.id}/decision.docx`));
  return (
    <div className="list-page draft-page">
      <PageHeader
        title={
          <>
            {draft.title} <DraftTag draft={draft} />
          </>
        }
        note={
          <FormattedMessage
            id={draft.status === 'issued' ? 'drafts.note-issued' : 'drafts.note'}
            values={{ issuer: draft.issuer, day: formatDay(draft.effectiveFrom) }}
          />
        }
      >
        {writable && (
          <Button icon={<UndoOutlined aria-hidden />} disabled={!work.undoable} onClick={work.undo}>
            <FormattedMessage id="drafts.undo" />
          </Button>
        )}
        <Button icon={<FileWordOutlined aria-hidden />} onClick={fetchPaper}>
          <FormattedMessage id="drafts.paper" />
        </Button>
        {writable && (
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  {
                    key: 'facts',
                    label: <FormattedMessage id="drafts.form.change" />,
                    onClick: () => setOpen('facts'),
                  },
                  {
                    key: 'discard',
                    danger: true,
                    label: (
                      <Popconfirm
                        title={<FormattedMessage id="drafts.discard-sure" />}
                        okText={<FormattedMessage id="drafts.discard" />}
                        cancelText={<FormattedMessage id="action.cancel" />}
                        onConfirm={() => discard.mutate({ id: draft.id })}
                      >
                        <span role="none" onClick={(event) => event.stopPropagation()}>
                          <FormattedMessage id="drafts.discard" />
                        </span>
                      </Popconfirm>
                    ),
                  },
                ],
              }}
            >
              <Button icon={<MoreOutlined aria-hidden />}>
                <FormattedMessage id="action.more" />
              </Button>
            </Dropdown>
            <Button
              type="primary"
              icon={<SendOutlined aria-hidden />}
              disabled={work.state !== 'saved'}
              onClick={() => setOpen('issue')}
            >
              <FormattedMessage id="drafts.issue.open" />
            </Button>
          </>
        )}
      </PageHeader>
      {discard.isError && <ProblemPanel problem={discard.error} />}
      {take.isError && <ProblemPanel problem={take.error} />}
      {work.conflicts.length > 0 ? (
        <ConflictPanel conflicts={work.conflicts} rows={work.lines} onResolve={work.resolve} />
      ) : (
        work.problem !== null && <ProblemPanel problem={work.problem} onRetry={work.retry} />
      )}
      <DraftSummary
        draft={draft}
        rows={work.lines}
        costs={costs}
        onCeiling={mayWrite ? () => setOpen('ceiling') : undefined}
      />
      <div className="toolbar">
        <Input
          className="find"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          value={q}
          placeholder={intl.formatMessage({ id: 'drafts.find' })}
          onChange={({ target }) => setQ(target.value)}
        />
        <Segmented<Shown>
          aria-label={intl.formatMessage({ id: 'choice.rows' })}
          value={shown}
          onChange={setShown}
          options={shownOf.map((value) => ({
            value,
            label: intl.formatMessage(
              { id: `drafts.shown.${value}` },
              { count: work.lines.filter(isShown[value]).length },
            ),
          }))}
        />
        {writable && draft.proposals > 0 && (
          <Button
            icon={<UnorderedListOutlined aria-hidden />}
            loading={take.isPending}
            disabled={work.state !== 'saved'}
            onClick={() => take.mutate({ id: draft.id })}
          >
            <FormattedMessage id="drafts.take" values={{ count: draft.proposals }} />
          </Button>
        )}
        <span className="count" role="status">
          {writable && <FormattedMessage id={`drafts.saving.${work.state}`} />}
        </span>
      </div>
      <div className="list">
        <DraftGrid
          rows={rows}
          all={work.lines}
          costs={costs.answer.data && costs.of}
          kind={draft.unitKind}
          writable={writable}
          onChange={work.change}
          onUndo={work.undo}
          onParts={({ unitId }) => setParts(unitId)}
          onPaste={paste}
        />
      </div>
      {writable && (
        <p className="faint draft-hint">
          <FormattedMessage id="drafts.hint" />
        </p>
      )}
      {pasted && (
        <PastePreview
          rows={pasted}
          onClose={() => setPasted(null)}
          onApply={(changes) => {
            work.change(changes);
            setPasted(null);
          }}
        />
      )}
      {divided && (
        <PartsPanel
          draftId={draft.id}
          on={draft.effectiveFrom}
          row={divided}
          writable={writable && work.state === 'saved'}
          onClose={() => setParts(null)}
        />
      )}
      {open === 'facts' && (
        <DraftForm draft={draft} onClose={() => setOpen(null)} onDone={() => setOpen(null)} />
      )}
      {open === 'ceiling' && <CeilingForm draft={draft} onClose={() => setOpen(null)} />}
      {open === 'issue' && <IssueDialog draft={draft} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** Figures without names go where the cursor stands, to the right and down; what is no number is answered. */
function filled(
  text: string,
  rows: readonly QuotaDraftRow[],
  at: { row: number; column: Typed },
): Change[] | string {
  const order = ['villages', 'teams', 'members', 'leaders', 'deputies', 'ordinary'] as const;
  const first = order.indexOf(at.column as (typeof order)[number]);
  if (first < 0) return text.slice(0, 30);
  const changes: Change[] = [];
  for (const [n, cells] of cellsOf(text).entries()) {
    const row = rows[at.row + n];
    if (!row) break;
    const figures = figuresOf(row);
    for (const [place, cell] of cells.entries()) {
      const name = order[first + place];
      if (!name) break;
      const count = readCount(cell);
      if (count === undefined) return cell.slice(0, 30);
      figures[name] = count;
    }
    changes.push({ unitId: row.unitId, figures });
  }
  return changes;
}
