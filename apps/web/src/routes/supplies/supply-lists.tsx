import {
  type IssueCategory,
  type IssueRow,
  listIssueNeeds,
  listIssueNorms,
  listIssues,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { EmptyState } from '../../frame/empty-state.tsx';
import { usePages } from '../../pages.ts';
import { Listed } from '../../sheet/listed.tsx';
import { useNarrow } from '../../width.ts';
import { issueColumns, needColumns, normColumns } from './supply-columns.tsx';

const all = { whole: true };
const limit = 1000;

/** How many lines a list has, under what the page says of all of them. */
function Count({ list, note }: { list: { isPending: boolean; total: number }; note?: ReactNode }) {
  return (
    <div className="toolbar">
      {note && <span className="faint">{note}</span>}
      {!list.isPending && (
        <span className="count">
          <FormattedMessage id="supply.count" values={{ count: list.total }} />
        </span>
      )}
    </div>
  );
}

type Issues = {
  view: 'issued' | 'due';
  question: {
    on: PlainDate;
    within: string | undefined;
    category: IssueCategory | undefined;
    dueBy?: PlainDate;
  };
  /** Without it nothing can be returned. */
  onReturn?: ((row: IssueRow) => void) | undefined;
  action: ReactNode;
};

/** What members got and still have, or what of it falls due. */
export function IssueList({ view, question, onReturn, action }: Issues) {
  const intl = useIntl();
  const list = usePages(listIssues, { ...question, limit }, all);
  const open = (id: string) => {
    const row = list.items.find((one) => one.id === id);
    if (row && row.left > 0) onReturn?.(row);
  };
  return (
    <>
      <Count list={list} />
      <Listed
        list={list}
        label={intl.formatMessage({ id: `supply.view.${view}` })}
        columns={issueColumns(intl, useNarrow())}
        onOpen={onReturn && open}
        empty={
          <EmptyState
            title={<FormattedMessage id={view === 'due' ? 'supply.nothing-due' : 'supply.empty'} />}
            action={view === 'issued' && action}
          />
        }
      />
    </>
  );
}

type Needs = {
  question: { year: number; within: string | undefined; category: IssueCategory | undefined };
};

/** What communes need in a year. */
export function NeedList({ question }: Needs) {
  const intl = useIntl();
  const list = usePages(listIssueNeeds, { ...question, limit }, all);
  const items = list.items.map((row) => ({ ...row, id: `${row.commune.id} ${row.item}` }));
  return (
    <>
      <Count
        list={list}
        note={<FormattedMessage id="supply.need-note" values={{ year: String(question.year) }} />}
      />
      <Listed
        list={{ ...list, items }}
        label={intl.formatMessage({ id: 'supply.view.needs' })}
        columns={needColumns(intl, useNarrow())}
        empty={<EmptyState title={<FormattedMessage id="supply.no-need" />} />}
      />
    </>
  );
}

/** What everybody is due, line by line with its source. */
export function NormList({ on }: { on: PlainDate }) {
  const intl = useIntl();
  const list = usePages(listIssueNorms, { on }, all);
  return (
    <>
      <Count list={list} />
      <Listed
        list={list}
        label={intl.formatMessage({ id: 'supply.view.norms' })}
        columns={normColumns(intl, useNarrow())}
        empty={<EmptyState title={<FormattedMessage id="supply.no-norm" />} />}
      />
    </>
  );
}
